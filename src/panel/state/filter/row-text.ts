import type { ResponseRow, RowNote } from '../../../core/report/response-row.ts';

/** Whether something that a row shows holds the text, which is in lower case. Of paths nothing is remembered; all else comes again and again. */
export function rowsHolding(text: string): (row: ResponseRow) => boolean {
  // A path is ASCII, and so it can be looked into without a copy in lower case.
  const inPath = new RegExp(text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'i');
  const answers = new Map<string | number, boolean>();
  const looksInto = (shown: string | number): boolean => {
    const is = String(shown).toLowerCase().includes(text);
    answers.set(shown, is);
    return is;
  };
  const holds = (shown: string | number): boolean => answers.get(shown) ?? looksInto(shown);
  return (row) =>
    inPath.test(row.path) ||
    (row.cookie !== null && holds(row.cookie)) ||
    holds(row.host) ||
    holds(row.method) ||
    holds(row.status) ||
    (row.change !== null && holds(row.change.event)) ||
    row.findingKinds.some(({ kind }) => holds(kind)) ||
    row.notes.some((note) => notedNames(note).some(holds));
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
