import type { ResponseRow } from '../../core/report/response-row.ts';
import { type ColumnSort, nextColumnSort } from './column-sort.ts';
import type { ResponseColumn } from './response-columns.ts';
import { compareRows, lowerBound, type RowOrder } from './row-order.ts';

export type ResponseSort = ColumnSort<ResponseColumn>;

/** The newest first is the one other order of time. */
const MOST_FIRST: readonly ResponseColumn[] = ['time', 'size', 'flags', 'finding'];

/** What a click on a column's head leads to; null is the order of time. */
export function nextResponseSort(sort: ResponseSort | null, column: ResponseColumn): ResponseSort | null {
  const next = nextColumnSort(sort, column, MOST_FIRST);
  return next?.column === 'time' && !next.descending ? null : next;
}

type Key = string | number;

const SEVERITY_WEIGHT = { error: 3_000_000, warning: 2_000_000, info: 1_000_000 };

function sortKey(row: ResponseRow, column: ResponseColumn): Key {
  switch (column) {
    case 'time':
      return row.startedAt;
    case 'method':
      return row.method;
    case 'path':
      return row.path;
    case 'status':
      return row.status;
    case 'cookie':
      return row.cookie?.toLowerCase() ?? '';
    case 'size':
      return row.sizes?.wire ?? -1;
    case 'flags':
      return row.flags?.missing.length ?? -1;
    case 'session':
      return row.storage?.stored.outcome === 'refused' ? 'refused' : (row.change?.event ?? '');
    case 'finding':
      return row.worst === null ? 0 : SEVERITY_WEIGHT[row.worst.severity] + row.findings;
  }
}

const compareKeys = (a: Key, b: Key): number => (a < b ? -1 : a > b ? 1 : 0);

/** The order that a sort makes; what is equal there keeps the order of time. */
export function responseOrder(sort: ResponseSort | null): RowOrder {
  if (sort === null) return compareRows;
  const { column, descending } = sort;
  if (column === 'time') return descending ? (a, b) => compareRows(b, a) : compareRows;
  const sign = descending ? -1 : 1;
  return (a, b) => sign * compareKeys(sortKey(a, column), sortKey(b, column)) || compareRows(a, b);
}

/** More rows that are new than this share of all are sorted with all. */
const FEW = 0.02;

function sortAll(rows: readonly ResponseRow[], { column, descending }: ResponseSort): readonly ResponseRow[] {
  const sign = descending ? -1 : 1;
  if (column === 'time') return descending ? [...rows].reverse() : rows;
  const keyed = rows.map((row) => ({ row, key: sortKey(row, column) }));
  // What is equal stays in the order of time, in which the rows are given.
  return keyed.sort((a, b) => sign * compareKeys(a.key, b.key)).map(({ row }) => row);
}

/** The other direction of an order, in which what is equal stays as it is. */
function reversed(sorted: readonly ResponseRow[], column: ResponseColumn): readonly ResponseRow[] {
  const keys = sorted.map((row) => sortKey(row, column));
  const result: ResponseRow[] = [];
  for (let end = sorted.length; end > 0; ) {
    let start = end - 1;
    while (start > 0 && compareKeys(keys[start - 1] as Key, keys[start] as Key) === 0) start--;
    for (let at = start; at < end; at++) result.push(sorted[at] as ResponseRow);
    end = start;
  }
  return result;
}

/** What came and what went from one list in the order of time to the next. */
function difference(before: readonly ResponseRow[], after: readonly ResponseRow[]) {
  const came: ResponseRow[] = [];
  const went = new Set<ResponseRow>();
  let old = 0;
  for (const row of after) {
    for (let other = before[old]; other !== undefined && other !== row && compareRows(other, row) <= 0; other = before[++old])
      went.add(other);
    if (before[old] === row) old++;
    else came.push(row);
  }
  for (const row of before.slice(old)) went.add(row);
  return { came, went };
}

/** What was sorted the last time. */
interface Sorted {
  readonly sort: ResponseSort;
  readonly rows: readonly ResponseRow[];
  readonly sorted: readonly ResponseRow[];
}

/** From what was sorted before, where that is quicker than to sort all. */
function sortFrom(last: Sorted, rows: readonly ResponseRow[], sort: ResponseSort): readonly ResponseRow[] | null {
  if (last.sort.column !== sort.column) return null;
  const turned = last.sort.descending !== sort.descending;
  if (last.rows === rows) return turned ? reversed(last.sorted, sort.column) : last.sorted;
  if (turned) return null;
  const { came, went } = difference(last.rows, rows);
  if (came.length > rows.length * FEW) return null;
  const order = responseOrder(sort);
  const kept = went.size === 0 ? [...last.sorted] : last.sorted.filter((row) => !went.has(row));
  for (const row of came) kept.splice(lowerBound(kept, row, order), 0, row);
  return kept;
}

/**
 * Sorts rows that are given in the order of time, again and again: what was sorted before is not sorted anew, so that a batch of new rows
 * costs little more than a copy.
 */
export function createResponseSorter(): (rows: readonly ResponseRow[], sort: ResponseSort | null) => readonly ResponseRow[] {
  let last: Sorted | null = null;
  return (rows, sort) => {
    if (sort === null) {
      // People click on through both directions to this one, and then begin again.
      if (last?.rows !== rows) last = null;
      return rows;
    }
    const sorted = (last && sortFrom(last, rows, sort)) ?? sortAll(rows, sort);
    last = { sort, rows, sorted };
    return sorted;
  };
}
