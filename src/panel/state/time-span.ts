import type { ResponseRow } from '../../core/report/response-row.ts';

/** From one moment to another, both included, in milliseconds since the epoch. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

/** The rows, which are in the order of time, that started inside the span; the very same array without one. */
export function rowsInSpan(rows: readonly ResponseRow[], span: TimeSpan | null): readonly ResponseRow[] {
  return span === null ? rows : rows.slice(firstFrom(rows, span.from), firstFrom(rows, span.to, true));
}

/** Index of the first row that started at this moment or later; only later with `after`. */
function firstFrom(rows: readonly ResponseRow[], time: number, after = false): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const { startedAt } = rows[middle] as ResponseRow;
    if (startedAt < time || (after && startedAt === time)) low = middle + 1;
    else high = middle;
  }
  return low;
}
