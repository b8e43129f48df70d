import type { ResponseRow } from '../../core/report/response-row.ts';
import { indexOfRow, lowerBound } from './row-order.ts';
import { isAtEnd, ROW_HEIGHT } from './virtual-window.ts';

/** What must stay where it is when rows come, go or are filtered: the end of the table, or one row at its place. */
export type ScrollAnchor = 'end' | { readonly row: ResponseRow; readonly offset: number };

/** Where a table stands, kept while another view shows. */
export interface TablePlace {
  anchor: ScrollAnchor;
  /** Id of the row that was selected then: another one is brought into sight. */
  selected: string | null;
}

/** The selected row when it is in sight, else the first row in sight; the end when the last row is in sight. */
export function anchorOf(rows: readonly ResponseRow[], top: number, height: number, selected: ResponseRow | null): ScrollAnchor {
  if (isAtEnd(rows.length, top, height)) return 'end';
  const index = selected === null ? -1 : indexOfRow(rows, selected);
  const inSight = index >= 0 && index * ROW_HEIGHT >= top - ROW_HEIGHT && index * ROW_HEIGHT < top + height;
  const at = inSight ? index : Math.max(0, Math.floor(top / ROW_HEIGHT));
  const row = rows[at];
  return row === undefined ? 'end' : { row, offset: top - at * ROW_HEIGHT };
}

/** Where to scroll so that the anchor stays in place. */
export function anchoredTop(anchor: ScrollAnchor, rows: readonly ResponseRow[], height: number): number {
  const highest = Math.max(0, rows.length * ROW_HEIGHT - height);
  if (anchor === 'end') return highest;
  return Math.max(0, Math.min(highest, lowerBound(rows, anchor.row) * ROW_HEIGHT + anchor.offset));
}
