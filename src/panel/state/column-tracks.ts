/**
 * How wide a column is: a length of CSS, or a share of the room that is left, but no less than `least` pixels. Shares are in the pixels of
 * a usual panel, as the widths that users drag are shares too.
 */
export type ColumnTrack = { readonly fixed: string } | { readonly least: number; readonly share: number };

/** Widths that the user chose, in CSS pixels. */
export type ColumnWidths<Column extends string> = { readonly [Each in Column]?: number };

export const LEAST_WIDTH = 32;
export const MOST_WIDTH = 2000;

const lengths = (track: ColumnTrack, width: number | undefined): { readonly least: string; readonly track: string } => {
  if ('fixed' in track) {
    const length = width === undefined ? track.fixed : `${width}px`;
    return { least: length, track: length };
  }
  const least = `${Math.min(track.least, width ?? track.least)}px`;
  return { least, track: `minmax(${least}, ${width ?? track.share}fr)` };
};

/** For `grid-template-columns`, and the least width of all columns. Where no column takes the room that is left, the last one does. */
export function columnTracks<Column extends string>(
  columns: readonly Column[],
  tracks: Readonly<Record<Column, ColumnTrack>>,
  widths: ColumnWidths<Column>,
): { readonly template: string; readonly least: string } {
  const each = columns.map((column) => lengths(tracks[column], widths[column]));
  const filled = columns.some((column) => 'share' in tracks[column]);
  const template = each.map(({ least, track }, index) => (filled || index < each.length - 1 ? track : `minmax(${least}, 1fr)`));
  return { template: template.join(' '), least: `calc(${each.map(({ least }) => least).join(' + ')})` };
}

/**
 * The widths after the edge between two columns moved: what one gains the other loses, so that no other edge moves. `now` has the widths
 * of all columns that show; columns that share the room left keep their shares in proportion.
 */
export function moveEdge<Column extends string>(
  now: ReadonlyMap<Column, number>,
  tracks: Readonly<Record<Column, ColumnTrack>>,
  left: Column,
  by: number,
): ColumnWidths<Column> {
  const columns = [...now.keys()];
  const right = columns[columns.indexOf(left) + 1];
  const [leftWidth, rightWidth] = [now.get(left), right && now.get(right)];
  if (leftWidth === undefined || right === undefined || rightWidth === undefined) return {};
  const step = Math.max(Math.min(0, LEAST_WIDTH - leftWidth), Math.min(Math.max(0, rightWidth - LEAST_WIDTH), by));
  const shares = columns.flatMap((column) => ('share' in tracks[column] ? [[column, now.get(column) ?? 0] as const] : []));
  const moved = [...shares, [left, leftWidth + step] as const, [right, rightWidth - step] as const];
  return Object.fromEntries(moved.map(([column, width]) => [column, Math.round(width * 10) / 10])) as ColumnWidths<Column>;
}
