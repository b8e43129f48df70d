import type { ResponseRow } from '../../../core/report/response-row.ts';
import type { Needle } from '../../../core/report/session-search.ts';
import { isWithin } from './number-range.ts';
import { type Criterion, hidesNothing, type RowFilter } from './read-filter.ts';
import { cookieNames, rowsHolding } from './row-text.ts';
import { isTrueOf } from './row-words.ts';

/** What rows do not tell by themselves. */
export interface Found {
  /** What the worker found in the values of the row. */
  has(needle: Needle, rowId: string): boolean;
  /** Rows that show a logout. */
  readonly lost: ReadonlySet<string>;
}

export const NOTHING_FOUND: Found = { has: () => false, lost: new Set() };

type RowTest = (row: ResponseRow) => boolean;

/** The rows that pass every term, in the same order; the very same array when nothing can be hidden. */
export function filterRows(rows: readonly ResponseRow[], filter: RowFilter, found: Found): readonly ResponseRow[] {
  if (hidesNothing(filter)) return rows;
  const tests = filter.terms.flatMap(({ term, criterion }) =>
    criterion === null ? [] : [{ negated: term.negated, meets: criterionTest(criterion, found) }],
  );
  return rows.filter((row) => {
    for (const { meets, negated } of tests) if (meets(row) === negated) return false;
    return true;
  });
}

/** `negated` is not looked at. Made once and asked of many rows. */
export function criterionTest(criterion: Criterion, found: Found): RowTest {
  switch (criterion.kind) {
    case 'text': {
      const { needle } = criterion;
      const shows = rowsHolding(needle.text);
      return (row) => shows(row) || found.has(needle, row.id);
    }
    case 'key':
      return (row) => found.has(criterion.needle, row.id);
    case 'cookie':
      return (row) => cookieNames(row).some((name) => name.toLowerCase().includes(criterion.text));
    case 'domain':
      return (row) => row.host.toLowerCase().includes(criterion.text) || (row.scope?.domain.includes(criterion.text) ?? false);
    case 'path':
      return (row) => row.path.toLowerCase().includes(criterion.text);
    case 'method':
      return (row) => row.method.toLowerCase().startsWith(criterion.text);
    case 'status':
      return (row) => isWithin(criterion.range, row.status);
    case 'size':
      return (row) => row.sizes !== null && isWithin(criterion.range, row.sizes.wire);
    case 'word':
      return (row) => criterion.words.some((word) => isTrueOf(row, criterion.token, word, found.lost));
  }
}
