import type { Recorded } from './recorded.ts';
import type { Kind, LoggedLine, TrafficLog } from './traffic-log.ts';

/** What became of a Set-Cookie line that the server wrote. */
export type Fate =
  /** There is a row with this value. */
  | 'listed'
  /** A later request that carried the value has a row that names the cookie as one that no recorded response set. */
  | 'flagged'
  /** No later request carried it: it was replaced, or refused, before any could. */
  | 'superseded'
  /** Later requests carried it, but none of those is in the recording either (a worker's, a page's that was left at once). */
  | 'superseded-unseen'
  /** A recorded request carries it, and nothing says that its origin is missing. */
  | 'lost';

export interface Account {
  readonly fates: ReadonlyMap<LoggedLine, Fate>;
  readonly counts: Readonly<Record<Fate, number>>;
  /** Kinds of the lines that have no row, with their number. */
  readonly unlisted: Readonly<Partial<Record<Kind, number>>>;
  /** Values with more than one row. */
  readonly doubled: readonly string[];
}

/** Compares the server's log with the recording, line by line. */
export function account(log: TrafficLog, recorded: Recorded): Account {
  const rows = new Map<string, number>();
  const flagged = new Set<string>();
  const carriedAndRecorded = new Set<string>();
  for (const { listed, carried, notes } of recorded.exchanges) {
    for (const line of listed) rows.set(pairOf(line), (rows.get(pairOf(line)) ?? 0) + 1);
    const named = notes.flatMap((note) => (note.kind === 'not-recorded' ? note.cookies : []));
    for (const pair of carried) {
      carriedAndRecorded.add(pair);
      if (named.includes(pair.slice(0, pair.indexOf('=')))) flagged.add(pair);
    }
  }
  const carried = new Set(log.requests.flatMap(({ cookies }) => cookies));

  const fateOf = (line: LoggedLine): Fate => {
    const pair = `${line.name}=${line.value}`;
    if (rows.has(pair)) return 'listed';
    if (flagged.has(pair)) return 'flagged';
    if (!carried.has(pair)) return 'superseded';
    return carriedAndRecorded.has(pair) ? 'lost' : 'superseded-unseen';
  };
  const fates = new Map(log.lines.map((line) => [line, fateOf(line)] as const));
  const counts = { listed: 0, flagged: 0, superseded: 0, 'superseded-unseen': 0, lost: 0 };
  const unlisted: Partial<Record<Kind, number>> = {};
  for (const [line, fate] of fates) {
    counts[fate]++;
    if (fate !== 'listed') unlisted[line.kind] = (unlisted[line.kind] ?? 0) + 1;
  }
  return { fates, counts, unlisted, doubled: [...rows].flatMap(([pair, count]) => (count > 1 ? [pair] : [])) };
}

const pairOf = (line: string): string => line.slice(0, line.indexOf(';'));
