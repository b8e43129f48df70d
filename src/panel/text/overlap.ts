import type { RequestSpan } from '../../core/findings/history-parameters.ts';
import type { OverlapProps } from '../components/overlap-chart.tsx';
import { message } from './message.ts';
import { formatCount, formatTime } from './numbers.ts';

/** A character of the small font in CSS pixels, rather too wide than too narrow. */
export const CHARACTER = 6.4;

const lengthText = ({ startedAt, landedAt }: RequestSpan): string => `${formatCount(Math.round(landedAt - startedAt))} ms`;

/** `10:02:14.100 POST /cart 312 ms`; a path that does not fit into so many pixels is cut. */
export function spanLabel(span: RequestSpan, width: number): string {
  const [before, after] = [`${formatTime(span.startedAt)}  ${span.method} `, `  ${lengthText(span)}`];
  const room = Math.max(8, Math.floor(width / CHARACTER) - before.length - after.length);
  const path = span.path.length > room ? `${span.path.slice(0, room - 1)}…` : span.path;
  return `${before}${path}${after}`;
}

/** All that the drawing says. */
export function overlapText({ parent, overwritten, overwriting, overlapped }: OverlapProps): string {
  const told = ({ method, path, startedAt, landedAt }: RequestSpan): string =>
    message('overlapRequest', `${method} ${path}`, formatTime(startedAt), formatTime(landedAt));
  return [
    parent === null ? message('overlapSame') : message('overlapParent', parent),
    told(overwritten),
    told(overwriting),
    message('overlapLater', `${overwriting.method} ${overwriting.path}`),
    ...(overlapped ? [] : [message('overlapByCookies')]),
  ].join(' ');
}
