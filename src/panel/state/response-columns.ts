import type { ColumnTrack, ColumnWidths } from './column-tracks.ts';

export const RESPONSE_COLUMN_IDS = ['time', 'method', 'path', 'status', 'cookie', 'size', 'flags', 'session', 'finding'] as const;

export type ResponseColumn = (typeof RESPONSE_COLUMN_IDS)[number];

/** Widths of what is digits or words are in responses.css, in `ch`. */
export const RESPONSE_TRACKS: Record<ResponseColumn, ColumnTrack> = {
  time: { fixed: 'var(--w-time)' },
  method: { fixed: 'var(--w-method)' },
  path: { least: 48, share: 200 },
  status: { fixed: 'var(--w-status)' },
  cookie: { least: 48, share: 160 },
  size: { fixed: 'var(--w-size)' },
  flags: { fixed: 'var(--w-flags)' },
  session: { fixed: 'var(--w-session)' },
  finding: { fixed: 'var(--w-finding)' },
};

/** About how wide a column is by itself, in pixels. */
const USUAL: Record<ResponseColumn, number> = {
  time: 90,
  method: 60,
  path: 130,
  status: 56,
  cookie: 110,
  size: 126,
  flags: 62,
  session: 116,
  finding: 86,
};

/** Columns that go as the table gets narrower, and at which width: path and cookie keep some 240 pixels. */
const GOES_BELOW: readonly (readonly [ResponseColumn, number])[] = [
  ['time', 900],
  ['method', 660],
  ['flags', 590],
  ['status', 340],
];

/** The columns that show in a table so many pixels wide (0 while that is not known): those the user wants, as far as there is room. */
export function shownColumns(
  hidden: ReadonlySet<ResponseColumn>,
  widths: ColumnWidths<ResponseColumn>,
  width: number,
): readonly ResponseColumn[] {
  const wanted = RESPONSE_COLUMN_IDS.filter((column) => !hidden.has(column));
  if (width === 0) return wanted;
  let room = width;
  for (const column of RESPONSE_COLUMN_IDS) {
    const own = widths[column];
    if (hidden.has(column)) room += USUAL[column];
    else if (own !== undefined && 'fixed' in RESPONSE_TRACKS[column]) room -= own - USUAL[column];
  }
  const gone = new Set(GOES_BELOW.flatMap(([column, below]) => (room <= below ? [column] : [])));
  return wanted.filter((column) => !gone.has(column));
}
