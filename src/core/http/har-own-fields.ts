import type { EntryProblem, ErrorPage } from './exchange.ts';
import { isObject, type JsonObject, MAX_PROBLEMS } from './har-fields.ts';

/** Where our own export puts what HAR has no place for. */
export const EXPORT_FIELD = '_sessionscope';

/** What stands there; a fact that is not there is to be read from the entry itself. */
export interface OwnFields {
  readonly isDurationUnknown: boolean;
  readonly isAnswerUnknown: boolean;
  readonly methodOverride: string | null;
  readonly errorPage: ErrorPage | null;
  /** What was wrong with the entry that the exported one was made of, in which it is right. */
  readonly problems: readonly EntryProblem[];
}

const ERROR_PAGES: ReadonlySet<unknown> = new Set<ErrorPage>(['CookieOverflow', 'InvalidAuthenticityToken', 'SessionRestoreError']);

const PROBLEM_CODES: ReadonlySet<unknown> = new Set<EntryProblem['code']>([
  'not-an-object',
  'missing',
  'wrong-type',
  'invalid-url',
  'invalid-time',
]);

/** A file of anybody may hold it: only what is of the right kind counts. */
export function readOwnFields(entry: JsonObject): OwnFields {
  const fields = entry[EXPORT_FIELD];
  const own = isObject(fields) ? fields : {};
  const { methodOverride, errorPage } = own;
  return {
    isDurationUnknown: own.duration === null,
    isAnswerUnknown: own.answeredAfter === null,
    methodOverride: typeof methodOverride === 'string' && /^[A-Z]{3,10}$/.test(methodOverride) ? methodOverride : null,
    errorPage: ERROR_PAGES.has(errorPage) ? (errorPage as ErrorPage) : null,
    problems: (Array.isArray(own.problems) ? own.problems.slice(0, MAX_PROBLEMS) : [])
      .filter(isProblem)
      .map(({ code, field }) => ({ code, field })),
  };
}

function isProblem(value: unknown): value is EntryProblem {
  return isObject(value) && PROBLEM_CODES.has(value.code) && typeof value.field === 'string' && /^[\w.[\]]{0,60}$/.test(value.field);
}

/** The problems of both readings in one list: of what was wrong before, and of what is inside it, nothing more is said. */
export function joinProblems(before: readonly EntryProblem[], found: readonly EntryProblem[]): readonly EntryProblem[] {
  const isKnown = (field: string): boolean => before.some((known) => known.field === '' || `${field}.`.startsWith(`${known.field}.`));
  return [...before, ...found.filter(({ field }) => !isKnown(field))].slice(0, MAX_PROBLEMS);
}
