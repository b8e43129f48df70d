import type { EntryProblem } from '../../core/http/exchange.ts';
import type { RowNote } from '../../core/report/response-row.ts';
import { message } from './message.ts';
import { formatTime } from './numbers.ts';

function problemText({ code, field }: EntryProblem): string {
  switch (code) {
    case 'not-an-object':
      return message('noteNotAnObject', field || message('noteTheEntry'));
    case 'missing':
      return message('noteMissing', field);
    case 'wrong-type':
      return message('noteWrongType', field);
    case 'invalid-url':
      return message('noteInvalidUrl', field);
    case 'invalid-time':
      return message('noteInvalidTime', field);
  }
}

/** A few words for the table. */
export function noteLabel(note: RowNote): string {
  switch (note.kind) {
    case 'not-recorded':
      return message('noteNotRecorded', note.cookies.join(', '));
    case 'not-carried':
      return message('noteNotCarried', note.cookies.map(({ name }) => name).join(', '));
    case 'malformed-entry':
      return message('noteMalformed');
  }
}

/** The whole story, for the tooltip and the details. */
export function noteText(note: RowNote): string {
  switch (note.kind) {
    case 'not-recorded':
      return message('noteNotRecordedText', note.cookies.join(', '));
    case 'not-carried':
      return message(
        'noteNotCarriedText',
        note.cookies.map(({ name, setAt }) => message('noteNotCarriedOne', name, formatTime(setAt))).join('; '),
      );
    case 'malformed-entry':
      return message('noteMalformedText', note.problems.map(problemText).join('; '));
  }
}
