import { isAtEnd, ROW_HEIGHT } from './virtual-window.ts';

/** The edge that a list stays at while it is in sight; null where rows may come in anywhere, so that none is special. */
export type StickyEdge = 'start' | 'end' | null;

/** What must stay where it is when rows come, go or are filtered: an edge of the list, or one row at its place. */
export type ScrollAnchor<Row> = 'start' | 'end' | { readonly row: Row; readonly offset: number };

/** Where a list stands, kept while another view shows. */
export interface ListPlace<Row> {
  anchor: ScrollAnchor<Row>;
  /** What was active then: another is brought into sight. */
  active: unknown;
}

/** The active row (its index, or -1) when it is in sight, else the first row in sight; before them the edge where the list sticks to it. */
export function anchorOf<Row>(rows: readonly Row[], top: number, height: number, active: number, edge: StickyEdge): ScrollAnchor<Row> {
  if (edge === 'end' && isAtEnd(rows.length, top, height)) return 'end';
  const inSight = active >= 0 && active * ROW_HEIGHT >= top - ROW_HEIGHT && active * ROW_HEIGHT < top + height;
  if (edge === 'start' && top <= 0 && !inSight) return 'start';
  const at = inSight ? active : Math.max(0, Math.floor(top / ROW_HEIGHT));
  const row = rows[at];
  return row === undefined ? (edge ?? 'start') : { row, offset: top - at * ROW_HEIGHT };
}

/** Where to scroll so that the anchor stays in place; `placeOf` tells where its row stands now, or would. Null where nobody knows. */
export function anchoredTop<Row>(
  anchor: ScrollAnchor<Row>,
  count: number,
  height: number,
  placeOf: (row: Row) => number | null,
): number | null {
  const highest = Math.max(0, count * ROW_HEIGHT - height);
  if (anchor === 'end') return highest;
  if (anchor === 'start') return 0;
  const place = placeOf(anchor.row);
  return place === null ? null : Math.max(0, Math.min(highest, place * ROW_HEIGHT + anchor.offset));
}
