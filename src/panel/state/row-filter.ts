import type { ResponseRow } from '../../core/report/response-row.ts';

/** Text to search of each row; rows are immutable, so it is made once. */
const haystacks = new WeakMap<ResponseRow, string>();

function haystack(row: ResponseRow): string {
  let text = haystacks.get(row);
  if (text === undefined) {
    const noted = row.notes.flatMap((note) => (note.kind === 'not-recorded' ? note.cookies : []));
    text = [row.cookie ?? '', ...noted, row.path, row.host].join('\n').toLowerCase();
    haystacks.set(row, text);
  }
  return text;
}

/** Words of the filter; each must occur in the cookie's name, the path or the host, in any letter case. */
export const filterWords = (text: string): readonly string[] => text.toLowerCase().split(/\s+/).filter(Boolean);

export interface RowFilter {
  readonly words: readonly string[];
  readonly sessionOnly: boolean;
  /** Rows that started before are hidden; null hides none. */
  readonly since: number | null;
}

/** The rows that pass, in the same order; the very same array when nothing can be hidden. */
export function filterRows(rows: readonly ResponseRow[], { words, sessionOnly, since }: RowFilter): readonly ResponseRow[] {
  if (words.length === 0 && !sessionOnly && since === null) return rows;
  return rows.filter(
    (row) =>
      (since === null || row.startedAt >= since) && (!sessionOnly || row.session) && words.every((word) => haystack(row).includes(word)),
  );
}
