import type { ResponseRow, RowNote } from '../../../core/report/response-row.ts';

/** Whether something that a row shows holds the text, which is in lower case. */
export function rowsHolding(text: string): (row: ResponseRow) => boolean {
  // A path is ASCII, and so it can be looked into without a copy in lower case.
  const inPath = new RegExp(text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'i');
  const answers: boolean[] = [];
  return (row) => {
    if (inPath.test(row.path)) return true;
    const place = restOf(row);
    answers[place] ??= RESTS[place]?.includes(text) ?? false;
    return answers[place];
  };
}

/** What rows show beside their paths, in lower case: it comes again and again. */
const RESTS: string[] = [];
const PLACES = new Map<string, number>();
/** At the row itself: to look it up for 50,000 rows would take longer than all else. */
const PLACE = Symbol('its place in RESTS');

/** Which of the texts is the row's. Found when a row comes, so that no filter has to wait for it. */
export function restOf(row: ResponseRow & { [PLACE]?: number }): number {
  row[PLACE] ??= placeOf(row);
  return row[PLACE];
}

function placeOf({ cookie, host, method, status, change, findingKinds, notes }: ResponseRow): number {
  const shown = [cookie, host, method, status, change?.event, ...findingKinds.map(({ kind }) => kind), ...notes.flatMap(notedNames)];
  const text = shown.join('\n').toLowerCase();
  const known = PLACES.get(text);
  if (known !== undefined) return known;
  const place = RESTS.push(text) - 1;
  PLACES.set(text, place);
  return place;
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
