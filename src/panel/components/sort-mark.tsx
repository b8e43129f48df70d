import type { ColumnSort } from '../state/column-sort.ts';
import { Icon } from './icon.tsx';

/** For `aria-sort`. */
export function sortDirection<Column extends string>(sort: ColumnSort<Column> | null, column: Column): 'ascending' | 'descending' | 'none' {
  if (sort?.column !== column) return 'none';
  return sort.descending ? 'descending' : 'ascending';
}

/** The arrow of the column that a table is sorted by; `aria-sort` says the same. */
export function SortMark({ direction }: { readonly direction: 'ascending' | 'descending' | 'none' }) {
  if (direction === 'none') return null;
  return (
    <span class={`sort sort-${direction}`}>
      <Icon name="chevron" />
    </span>
  );
}
