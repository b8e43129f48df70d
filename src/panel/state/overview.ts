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

interface Growing {
  readonly name: string;
  readonly domain: string;
  readonly path: string;
  readonly partition: string | null;
  readonly sizes: Int32Array;
  /** The newest size in each column, which the columns after it hold. */
  readonly last: Int32Array;
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

/** Rows in the order of time, in one pass; null where no response sets a session. `room` is how many columns a mark takes. */
export function overviewOf(
  rows: readonly ResponseRow[],
  logouts: ReadonlyMap<string, LogoutView>,
  columns: number,
  room: number,
): Overview | null {
  const span = { from: rows[0]?.startedAt ?? 0, to: rows.at(-1)?.startedAt ?? 0 };
  const byName = new Map<string, Growing[]>();
  const events = Object.fromEntries(OVERVIEW_EVENTS.map((event) => [event, new Uint32Array(columns)])) as Overview['events'];
  for (const row of rows) {
    const event = eventOf(row, logouts);
    if (event === null && !row.session) continue;
    const column = columnAt(span, columns, row.startedAt);
    if (event !== null) events[event][column] = (events[event][column] ?? 0) + 1;
    if (!row.session || row.cookie === null || row.sizes === null) continue;
    const series = seriesOf(byName, row, row.cookie, columns);
    // What was refused is not what the browser has.
    if (event === 'refused') continue;
    const size = row.deleted ? 0 : row.sizes.wire;
    series.sizes[column] = Math.max(series.sizes[column] ?? -1, size);
    series.last[column] = size;
  }
  const series = [...byName.values()].flat().map(held);
  if (series.length === 0) return null;
  const highest = series.reduce((most, { sizes }) => sizes.reduce((high, size) => Math.max(high, size), most), 0);
  return { span, columns, series, highest, events, marks: marksOf(events, columns, room) };
}

function seriesOf(byName: Map<string, Growing[]>, { scope, host }: ResponseRow, name: string, columns: number): Growing {
  const { domain, path, partition } = scope ?? { domain: host, path: '/', partition: null };
  const same = byName.get(name);
  const known = same?.find((each) => each.domain === domain && each.path === path && each.partition === partition);
  if (known !== undefined) return known;
  const empty = (): Int32Array => new Int32Array(columns).fill(-1);
  const series = { name, domain, path, partition, sizes: empty(), last: empty() };
  if (same === undefined) byName.set(name, [series]);
  else same.push(series);
  return series;
}

function held({ name, domain, sizes, last }: Growing): OverviewSeries {
  let now = -1;
  for (let column = 0; column < sizes.length; column++) {
    if ((sizes[column] ?? -1) < 0) sizes[column] = now;
    else now = last[column] ?? -1;
  }
  return { name, domain, sizes };
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
