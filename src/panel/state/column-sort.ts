export interface ColumnSort<Column extends string> {
  readonly column: Column;
  readonly descending: boolean;
}

/** What a click on a column's head leads to: one direction, the other, then the default order again. */
export function nextColumnSort<Column extends string>(
  sort: ColumnSort<Column> | null,
  column: Column,
  /** Columns where the most is what people look for: the first click puts it on top. */
  mostFirst: readonly Column[],
): ColumnSort<Column> | null {
  const first = mostFirst.includes(column);
  if (sort?.column !== column) return { column, descending: first };
  return sort.descending === first ? { column, descending: !first } : null;
}
