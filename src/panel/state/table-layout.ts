import { type Signal, signal } from '@preact/signals';
import type { ColumnSort } from './column-sort.ts';
import { type ColumnWidths, LEAST_WIDTH, MOST_WIDTH } from './column-tracks.ts';

/** How the user arranged a table. Says nothing about what is in it. */
export interface TableLayout<Column extends string> {
  readonly widths: Signal<ColumnWidths<Column>>;
  readonly hidden: Signal<ReadonlySet<Column>>;
  readonly sort: Signal<ColumnSort<Column> | null>;
}

/** What is kept of it. */
export interface KeptTableLayout<Column extends string> {
  readonly widths: ColumnWidths<Column>;
  readonly hidden: readonly Column[];
  readonly sort: ColumnSort<Column> | null;
}

const fieldsOf = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null ? { ...value } : {});

/** From what another version of the panel may have kept: columns that are not known and widths out of range are left out. */
export function createTableLayout<Column extends string>(columns: readonly Column[], kept: unknown): TableLayout<Column> {
  const { widths, hidden, sort } = fieldsOf(kept);
  const known = (value: unknown): value is Column => columns.some((column) => column === value);
  const keptWidths = fieldsOf(widths);
  const usable = columns.flatMap((column) => {
    const width = Object.hasOwn(keptWidths, column) ? keptWidths[column] : undefined;
    return typeof width === 'number' && width >= LEAST_WIDTH && width <= MOST_WIDTH ? [[column, width] as const] : [];
  });
  const keptHidden = Array.isArray(hidden) ? hidden.filter(known) : [];
  const { column, descending } = fieldsOf(sort);
  return {
    widths: signal(Object.fromEntries(usable) as ColumnWidths<Column>),
    // A table without a column is none.
    hidden: signal(new Set(keptHidden.length < columns.length ? keptHidden : [])),
    sort: signal(known(column) && typeof descending === 'boolean' ? { column, descending } : null),
  };
}

export const tableLayoutToKeep = <Column extends string>({ widths, hidden, sort }: TableLayout<Column>): KeptTableLayout<Column> => ({
  widths: widths.value,
  hidden: [...hidden.value],
  sort: sort.value,
});

/** Shows a column, or hides it; the last one stays. */
export function toggleColumn<Column extends string>({ hidden }: TableLayout<Column>, column: Column, columns: readonly Column[]): void {
  const next = new Set(hidden.peek());
  if (!next.delete(column)) next.add(column);
  if (next.size < columns.length) hidden.value = next;
}

/** Back to the width that a column has by itself. */
export function resetWidth<Column extends string>({ widths }: TableLayout<Column>, columns: readonly Column[]): void {
  const reset = new Set<string>(columns);
  widths.value = Object.fromEntries(Object.entries(widths.peek()).filter(([column]) => !reset.has(column))) as ColumnWidths<Column>;
}
