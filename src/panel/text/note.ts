import type { EntryProblem } from '../../core/http/exchange.ts';
import type { RowNote } from '../../core/report/response-row.ts';
import { formatTime } from './numbers.ts';

function problemText({ code, field }: EntryProblem): string {
  switch (code) {
    case 'not-an-object':
      return `${field || 'the entry'} is no object`;
    case 'missing':
      return `${field} is missing`;
    case 'wrong-type':
      return `${field} has the wrong type`;
    case 'invalid-url':
      return `${field} is no URL`;
    case 'invalid-time':
      return `${field} is no time`;
  }
}

/** A few words for the table. */
export function noteLabel(note: RowNote): string {
  switch (note.kind) {
    case 'not-recorded':
      return `not recorded: ${note.cookies.join(', ')}`;
    case 'not-carried':
      return `not sent: ${note.cookies.map(({ name }) => name).join(', ')}`;
    case 'malformed-entry':
      return 'malformed entry';
  }
}

/** The whole story, for the tooltip and the details. */
export function noteText(note: RowNote): string {
  switch (note.kind) {
    case 'not-recorded':
      return `This request carries ${note.cookies.join(', ')}, which no recorded response set. It was set before the recording began, by a script, or by a response that the browser does not show to extensions.`;
    case 'not-carried':
      return `${note.cookies.map(({ name, setAt }) => `${name} was set at ${formatTime(setAt)} and is not sent with this request, although it is in scope`).join('; ')}: a script removed it, somebody cleared it, or the browser refused it.`;
    case 'malformed-entry':
      return `The browser described this request in a form that could not be read as a whole: ${note.problems.map(problemText).join('; ')}. What could be read is shown.`;
  }
}
