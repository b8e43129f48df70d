import type { ResponseRow, RowNote } from '../../../core/report/response-row.ts';

/** Whether something that the row shows holds the text, which is in lower case. Nothing is remembered: that would cost more than it saves. */
export function rowHolds(row: ResponseRow, text: string): boolean {
  const holds = (shown: string): boolean => shown.toLowerCase().includes(text);
  return (
    holds(row.path) ||
    (row.cookie !== null && holds(row.cookie)) ||
    holds(row.host) ||
    holds(row.method) ||
    String(row.status).includes(text) ||
    row.change?.event.includes(text) === true ||
    row.findingKinds.some(({ kind }) => kind.includes(text)) ||
    row.notes.some((note) => notedNames(note).some(holds))
  );
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
