import type { ResponseRow } from '../../../core/report/response-row.ts';
import type { Needle } from '../../../core/report/session-search.ts';
import { isWithin } from './number-range.ts';
import { type Criterion, hidesNothing, type RowFilter } from './read-filter.ts';
import { cookieNames, rowHolds } from './row-text.ts';
import { isTrueOf } from './row-words.ts';

/** What rows do not tell by themselves. */
export interface Found {
  /** What the worker found in the values of the row. */
  has(needle: Needle, rowId: string): boolean;
  /** Rows that show a logout. */
  readonly lost: ReadonlySet<string>;
}

export const NOTHING_FOUND: Found = { has: () => false, lost: new Set() };

/** The rows that pass, in the same order; the very same array when nothing can be hidden. */
export function filterRows(rows: readonly ResponseRow[], filter: RowFilter, found: Found): readonly ResponseRow[] {
  return hidesNothing(filter) ? rows : rows.filter((row) => rowPasses(row, filter, found));
}

/** Whether the row passes every term. */
function rowPasses(row: ResponseRow, { terms }: RowFilter, found: Found): boolean {
  return terms.every(({ term, criterion }) => criterion === null || meetsCriterion(row, criterion, found) !== term.negated);
}

/** `negated` is not looked at. */
export function meetsCriterion(row: ResponseRow, criterion: Criterion, found: Found): boolean {
  switch (criterion.kind) {
    case 'text':
      return rowHolds(row, criterion.needle.text) || found.has(criterion.needle, row.id);
    case 'key':
      return found.has(criterion.needle, row.id);
    case 'cookie':
      return cookieNames(row).some((name) => name.toLowerCase().includes(criterion.text));
    case 'domain':
      return row.host.toLowerCase().includes(criterion.text) || (row.scope?.domain.includes(criterion.text) ?? false);
    case 'path':
      return row.path.toLowerCase().includes(criterion.text);
    case 'method':
      return row.method.toLowerCase().startsWith(criterion.text);
    case 'status':
      return isWithin(criterion.range, row.status);
    case 'size':
      return row.sizes !== null && isWithin(criterion.range, row.sizes.wire);
    case 'word':
      return criterion.words.some((word) => isTrueOf(row, criterion.token, word, found.lost));
  }
}
