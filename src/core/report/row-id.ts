/** Null for the row about the request. */
export function rowIdOf(exchangeId: string, line: number | null): string {
  return `${exchangeId}#${line ?? 'request'}`;
}

/** The exchange that a row belongs to. */
export function exchangeOfRow(rowId: string): string {
  return rowId.slice(0, rowId.lastIndexOf('#'));
}

/** What a version that no row set is called where rows are told by their ids, by the id of its view: the row about the request may have that. */
export const unseenId = (versionId: string): string => `unseen ${versionId}`;
