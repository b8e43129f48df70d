import type { ResponseRow, RowNote } from '../../../core/report/response-row.ts';

/** Text to search of each row; rows are immutable, so it is made once. */
const texts = new WeakMap<ResponseRow, string>();

/** What the row shows, in lower case; a line break between the parts, which no filter can contain. */
export function rowText(row: ResponseRow): string {
  let text = texts.get(row);
  if (text === undefined) {
    const { method, status, path, host, change, findingKinds } = row;
    const parts = [...cookieNames(row), path, host, method, String(status), change?.event ?? '', ...findingKinds.map(({ kind }) => kind)];
    text = parts.join('\n').toLowerCase();
    texts.set(row, text);
  }
  return text;
}

/** Of the line, or what the notes of a request name. */
export function cookieNames({ cookie, notes }: ResponseRow): readonly string[] {
  if (cookie !== null && notes.length === 0) return [cookie];
  const noted = notes.flatMap(notedNames);
  return cookie === null ? noted : [cookie, ...noted];
}

function notedNames(note: RowNote): readonly string[] {
  switch (note.kind) {
    case 'not-recorded':
      return note.cookies;
    case 'not-carried':
      return note.cookies.map(({ name }) => name);
    case 'malformed-entry':
      return [];
  }
}
