/** Null for the row about the request. */
export function rowIdOf(exchangeId: string, line: number | null): string {
  return `${exchangeId}#${line ?? 'request'}`;
}

/** The exchange that a row belongs to. */
export function exchangeOfRow(rowId: string): string {
  return rowId.slice(0, rowId.lastIndexOf('#'));
}
