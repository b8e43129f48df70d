import { causeInfo } from '../core/logout/cause-info.ts';
import { CAUSE_TITLES } from '../core/logout/cause-title.ts';
import type { Confidence } from '../core/logout/logout.ts';
import { message } from '../core/message.ts';
import type { ReportLogout } from '../core/report/report.ts';
import { type Colour, type Paint, printableLine } from './text-style.ts';
import { wrap } from './text-table.ts';

const WIDTH = 100;
const COLOURS: Readonly<Record<Confidence, Colour>> = { certain: 'red', likely: 'yellow', possible: 'blue' };

/** One lost session: the verdict, what shows it, what to do, and what it was not. */
export function logoutBlock(logout: ReportLogout, paint: Paint): string {
  const { docs } = causeInfo[logout.cause];
  const [what = '', ...lines] = logout.remedy.split('\n');
  const margin = '    ';
  const isFault = logout.cause !== 'signed-out' && logout.cause !== 'not-a-logout';
  return [
    `${paint(logout.confidence, isFault ? COLOURS[logout.confidence] : 'blue')}  ${paint(logout.cause, 'bold')}  ${message(CAUSE_TITLES[logout.cause])}  (entry ${logout.entry})`,
    wrap(printableLine(logout.message), WIDTH, margin),
    ...logout.evidence.map(({ entry, text }) => wrap(`entry ${entry}: ${printableLine(text)}`, WIDTH, `${margin}  `)),
    wrap(`Remedy: ${printableLine(what)}`, WIDTH, margin),
    ...lines.map((line) => `${margin}${margin}${printableLine(line)}`),
    ...(logout.alternatives.length === 0 ? [] : [wrap(`Ruled out: ${logout.alternatives.join(', ')}`, WIDTH, margin)]),
    paint(`${margin}${docs}`, 'dim'),
  ].join('\n');
}
