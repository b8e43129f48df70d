import type { Reading } from '../../readers/reader.ts';
import { sizeLeft } from '../../session/size-left.ts';
import type { Version } from '../../session/version.ts';
import type { HistoryFinding, HistoryRule } from '../rule.ts';
import { isHonoured } from '../subject.ts';

const ROW = 5;

/** How often in a row the content grew, and from what. Sizes are bytes of the serialized session. */
interface Growth {
  readonly versions: number;
  readonly from: number;
  readonly size: number;
}

/**
 * A list that is only ever added to. The content is compared, since the size on the wire is random. Opened, six versions hold
 *
 *     {"seen":[1]}   {"seen":[1,2]}   {"seen":[1,2,3]}   {"seen":[1,2,3,4]}   {"seen":[1,2,3,4,5]}   {"seen":[1,2,3,4,5,6]}
 */
export const growingSession: HistoryRule = {
  kind: 'growing-session',
  about: 'history',
  checkHistory({ name, history }) {
    const growths = new Map<string, Growth>();
    return history.versions.flatMap((version): readonly HistoryFinding[] => {
      const size = contentSize(version.reading);
      if (size === null) return [];
      const growth = grown(version, size, history.version(version.parent), growths.get(version.parent ?? ''));
      growths.set(version.id, growth);
      const [place] = version.setBy;
      // Sealed again unchanged it says nothing new.
      if (place === undefined || growth.versions < ROW || growths.get(version.parent ?? '')?.versions === growth.versions) return [];
      const grew = size - growth.from;
      const parameters = { versions: growth.versions, grew, size, left: versionsLeft(version, grew / growth.versions) };
      const finding = { kind: 'growing-session', severity: 'warning', cookie: name, line: place.line, parameters } as const;
      return [{ exchangeId: place.exchangeId, finding }];
    });
  },
};

function grown({ reading, sessionId }: Version, size: number, parent: Version | null, before: Growth | undefined): Growth {
  const start: Growth = { versions: 0, from: size, size };
  if (parent === null || before === undefined || parent.sessionId !== sessionId) return start;
  if (size === before.size && contentOf(reading) === contentOf(parent.reading)) return before;
  return size > before.size ? { versions: before.versions + 1, from: before.from, size } : start;
}

const plaintextOf = (reading: Reading | null) => reading?.parts.find(({ kind }) => kind === 'plaintext') ?? null;
const contentOf = (reading: Reading | null): string | null => plaintextOf(reading)?.text ?? null;

function contentSize(reading: Reading | null): number | null {
  return isHonoured(reading) && reading.role === 'session' ? (plaintextOf(reading)?.bytes ?? null) : null;
}

/** How many more versions that grow as much as these did on the average a browser keeps. */
function versionsLeft({ key, reading }: Version, each: number): number | null {
  const split = key.indexOf('=');
  const left = reading && sizeLeft(reading, { name: key.slice(0, split), value: key.slice(split + 1) });
  return left === null ? null : Math.max(0, Math.floor(Math.min(left.browser, left.server) / each));
}
