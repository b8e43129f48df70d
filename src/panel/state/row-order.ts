import type { ResponseRow } from '../../core/report/response-row.ts';

/** Order of the table: start of the request, then exchange, then line; a row about the request stands before its lines. */
export function compareRows(a: ResponseRow, b: ResponseRow): number {
  if (a.startedAt !== b.startedAt) return a.startedAt - b.startedAt;
  if (a.exchangeId !== b.exchangeId) return a.exchangeId < b.exchangeId ? -1 : 1;
  return (a.line ?? -1) - (b.line ?? -1);
}

/** An order in which no two rows are equal. */
export type RowOrder = (a: ResponseRow, b: ResponseRow) => number;

/** Index of the first row that is not before `row`. */
export function lowerBound(rows: readonly ResponseRow[], row: ResponseRow, compare: RowOrder = compareRows): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(rows[middle] as ResponseRow, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the row with this id, -1 when it is not there. */
export function indexOfRow(rows: readonly ResponseRow[], row: ResponseRow, compare: RowOrder = compareRows): number {
  const index = lowerBound(rows, row, compare);
  return rows[index]?.id === row.id ? index : -1;
}

/** Merges two sorted lists; costs a copy when `added` all belongs at the end, which is the usual case. */
export function mergeRows(rows: readonly ResponseRow[], added: readonly ResponseRow[]): readonly ResponseRow[] {
  const first = added[0];
  if (first === undefined) return rows;
  const last = rows.at(-1);
  if (last === undefined || compareRows(last, first) <= 0) return [...rows, ...added];
  const merged: ResponseRow[] = [];
  let next = 0;
  for (const row of rows) {
    for (let other = added[next]; other !== undefined && compareRows(other, row) < 0; other = added[next]) {
      merged.push(other);
      next++;
    }
    merged.push(row);
  }
  return merged.concat(added.slice(next));
}
