import type { ResponseRow } from '../../core/report/response-row.ts';
import type { ColumnSort } from './column-sort.ts';
import { nextColumnSort } from './column-sort.ts';
import type { ResponseColumn } from './response-columns.ts';
import { compareRows, mergeRows, type RowOrder } from './row-order.ts';

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

/** Beyond this share of rows that are new, sorting all is the quicker way. */
const FEW = 0.1;

/**
 * Sorts rows that are given in the order of time, again and again: what was sorted before is not sorted anew, so that a batch of new rows
 * costs the same as a copy.
 */
export function createResponseSorter(): (rows: readonly ResponseRow[], sort: ResponseSort | null) => readonly ResponseRow[] {
  let last: { readonly sort: ResponseSort; readonly members: ReadonlySet<ResponseRow>; readonly sorted: readonly ResponseRow[] } | null =
    null;
  return (rows, sort) => {
    if (sort === null) {
      last = null;
      return rows;
    }
    const order = responseOrder(sort);
    const members = new Set(rows);
    const known = last !== null && last.sort === sort ? last : null;
    const added = known === null ? rows : rows.filter((row) => !known.members.has(row));
    const sorted =
      known === null || added.length > rows.length * FEW
        ? [...rows].sort(order)
        : mergeRows(
            known.sorted.filter((row) => members.has(row)),
            [...added].sort(order),
            order,
          );
    last = { sort, members, sorted };
    return sorted;
  };
}
