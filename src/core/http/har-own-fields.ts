import type { ErrorPage } from './exchange.ts';
import { isObject, type JsonObject } from './har-fields.ts';

/** Where our own export puts what HAR has no place for. */
export const EXPORT_FIELD = '_sessionscope';

/** What stands there; a fact that is not there is to be read from the entry itself. */
export interface OwnFields {
  readonly isDurationUnknown: boolean;
  readonly isAnswerUnknown: boolean;
  readonly methodOverride: string | null;
  readonly errorPage: ErrorPage | null;
}

const ERROR_PAGES: ReadonlySet<unknown> = new Set<ErrorPage>(['CookieOverflow', 'InvalidAuthenticityToken', 'SessionRestoreError']);

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
  };
}
