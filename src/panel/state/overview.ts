import { isPlainSignOut, type LogoutView } from '../../core/report/logout-view.ts';
import type { ResponseRow } from '../../core/report/response-row.ts';
import type { TimeSpan } from './time-span.ts';

/** What is marked in the overview, the weightiest first. */
export const OVERVIEW_EVENTS = ['logged-out', 'refused', 'signed-in', 'signed-out', 'cleared'] as const;

export type OverviewEvent = (typeof OVERVIEW_EVENTS)[number];

/** One session cookie: a name with the domain, path and partition where the browser keeps it. */
export interface OverviewSeries {
  readonly name: string;
  readonly domain: string;
  /** Largest size on the wire in each column, in bytes; that of the columns before where nothing was set; -1 before the first. */
  readonly sizes: Int32Array;
}

export interface OverviewMark {
  readonly column: number;
  readonly event: OverviewEvent;
}

/** The recording in so many columns of equal time. */
export interface Overview {
  /** Of all rows, those without a session too. */
  readonly span: TimeSpan;
  readonly columns: number;
  readonly series: readonly OverviewSeries[];
  /** Largest size of any series, in bytes. */
  readonly highest: number;
  /** How often each event happened in each column. */
  readonly events: Readonly<Record<OverviewEvent, Uint32Array>>;
  /** Those with room to be seen, from left to right: of what stands closer the weightiest. */
  readonly marks: readonly OverviewMark[];
}

/** The column of a moment; all of an empty span are the middle one. */
export function columnAt({ from, to }: TimeSpan, columns: number, time: number): number {
  if (to <= from) return Math.floor((columns - 1) / 2);
  return Math.max(0, Math.min(columns - 1, Math.floor(((time - from) / (to - from)) * columns)));
}

/** The event of a row, where it has one. */
function eventOf(row: ResponseRow, logouts: ReadonlyMap<string, LogoutView>): OverviewEvent | null {
  const logout = logouts.get(row.id);
  if (logout !== undefined) return isPlainSignOut(logout.logout) ? 'signed-out' : 'logged-out';
  if (!row.session || row.cookie === null) return null;
  if (row.storage?.stored.outcome === 'refused') return 'refused';
  const event = row.change?.event;
  return event === 'refused' || event === 'signed-in' || event === 'signed-out' || event === 'cleared' ? event : null;
}

/** What the strip shows of one row. */
interface Fact {
  /** Index of the row. */
  readonly at: number;
  readonly time: number;
  readonly event: OverviewEvent | null;
  /** Index of the series; null for a row that sets no session. */
  readonly series: number | null;
  /** Null where the size stays as it was. */
  readonly size: number | null;
}

/** Sums up rows in the order of time, again and again: rows that were there before are not looked at anew. */
export function createOverview(): (
  rows: readonly ResponseRow[],
  logouts: ReadonlyMap<string, LogoutView>,
  columns: number,
  room: number,
) => Overview | null {
  const cookies = new SessionCookies();
  const facts: Fact[] = [];
  let known: readonly ResponseRow[] = [];
  let knownLogouts: ReadonlyMap<string, LogoutView> | null = null;

  const read = (rows: readonly ResponseRow[], logouts: ReadonlyMap<string, LogoutView>): void => {
    let same = 0;
    if (logouts === knownLogouts) while (same < known.length && known[same] === rows[same]) same++;
    while ((facts.at(-1)?.at ?? -1) >= same) facts.pop();
    for (let at = same; at < rows.length; at++) {
      const row = rows[at] as ResponseRow;
      const event = eventOf(row, logouts);
      const sets = row.session && row.cookie !== null && row.sizes !== null;
      if (event === null && !sets) continue;
      // What was refused is not what the browser has.
      const size = !sets || event === 'refused' ? null : row.deleted ? 0 : (row.sizes?.wire ?? 0);
      facts.push({ at, time: row.startedAt, event, series: sets ? cookies.indexOf(row) : null, size });
    }
    known = rows;
    knownLogouts = logouts;
  };

  return (rows, logouts, columns, room) => {
    read(rows, logouts);
    const span = { from: rows[0]?.startedAt ?? 0, to: rows.at(-1)?.startedAt ?? 0 };
    return intoColumns(facts, cookies, span, columns, room);
  };
}

/** `room` is how many columns a mark takes. Null where no response sets a session. */
function intoColumns(facts: readonly Fact[], cookies: SessionCookies, span: TimeSpan, columns: number, room: number): Overview | null {
  const events = Object.fromEntries(OVERVIEW_EVENTS.map((event) => [event, new Uint32Array(columns)])) as Overview['events'];
  const growing: Growing[] = [];
  for (const { time, event, series, size } of facts) {
    const column = columnAt(span, columns, time);
    if (event !== null) events[event][column] = (events[event][column] ?? 0) + 1;
    if (series === null) continue;
    growing[series] ??= { sizes: new Int32Array(columns).fill(-1), last: new Int32Array(columns).fill(-1) };
    if (size === null) continue;
    const { sizes, last } = growing[series];
    sizes[column] = Math.max(sizes[column] ?? -1, size);
    last[column] = size;
  }
  const series = growing.flatMap((each, index) => ({ ...cookies.at(index), sizes: held(each) }));
  if (series.length === 0) return null;
  const highest = series.reduce((most, { sizes }) => sizes.reduce((high, size) => Math.max(high, size), most), 0);
  return { span, columns, series, highest, events, marks: marksOf(events, columns, room) };
}

/** The session cookies of a recording in the order in which they came. */
class SessionCookies {
  readonly #all: { readonly name: string; readonly domain: string; readonly path: string; readonly partition: string | null }[] = [];
  readonly #byName = new Map<string, number[]>();

  at(index: number): { readonly name: string; readonly domain: string } {
    const { name = '', domain = '' } = this.#all[index] ?? {};
    return { name, domain };
  }

  indexOf({ cookie, scope, host }: ResponseRow): number {
    const name = cookie ?? '';
    const { domain, path, partition } = scope ?? { domain: host, path: '/', partition: null };
    const same = this.#byName.get(name) ?? [];
    const known = same.find((index) => {
      const each = this.#all[index];
      return each?.domain === domain && each.path === path && each.partition === partition;
    });
    if (known !== undefined) return known;
    const index = this.#all.push({ name, domain, path, partition }) - 1;
    this.#byName.set(name, [...same, index]);
    return index;
  }
}

interface Growing {
  readonly sizes: Int32Array;
  /** The newest size in each column, which the columns after it hold. */
  readonly last: Int32Array;
}

function held({ sizes, last }: Growing): Int32Array {
  let now = -1;
  for (let column = 0; column < sizes.length; column++) {
    if ((sizes[column] ?? -1) < 0) sizes[column] = now;
    else now = last[column] ?? -1;
  }
  return sizes;
}

function marksOf(events: Overview['events'], columns: number, room: number): readonly OverviewMark[] {
  const taken = new Uint8Array(columns);
  const marks: OverviewMark[] = [];
  for (const event of OVERVIEW_EVENTS) {
    for (let column = 0; column < columns; column++) {
      if (events[event][column] === 0 || taken[column] === 1) continue;
      marks.push({ column, event });
      taken.fill(1, Math.max(0, column - room + 1), column + room);
    }
  }
  return marks.sort((a, b) => a.column - b.column);
}

/** What happened around a column, the weightiest first. */
export function eventsAround(
  { events }: Overview,
  column: number,
  reach: number,
): readonly { readonly event: OverviewEvent; readonly count: number }[] {
  return OVERVIEW_EVENTS.flatMap((event) => {
    const count = events[event].subarray(Math.max(0, column - reach), column + reach + 1).reduce((sum, one) => sum + one, 0);
    return count === 0 ? [] : [{ event, count }];
  });
}
