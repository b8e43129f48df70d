import type { CookieSizes } from '../cookies/cookie-size.ts';
import type { StorageScope } from '../cookies/storage.ts';
import type { CookieFlags, ResponseRow } from './response-row.ts';

/** A row about a Set-Cookie line. */
export type CookieRow = ResponseRow & {
  readonly cookie: string;
  readonly scope: StorageScope;
  readonly flags: CookieFlags;
  readonly attributes: NonNullable<ResponseRow['attributes']>;
  readonly sizes: CookieSizes;
};

export function isCookieRow(row: ResponseRow): row is CookieRow {
  return row.cookie !== null && row.scope !== null && row.flags !== null && row.attributes !== null && row.sizes !== null;
}

/** The identity of the row's cookie (RFC 6265bis, 5.7, with CHIPS' partition key); null for a row about a request. */
export function cookieIdentity(row: ResponseRow): string | null {
  const { cookie, scope } = row;
  if (cookie === null || scope === null) return null;
  // None of the texts can hold a line feed: a header cannot, nor can a host.
  return `${cookie}\n${scope.hostOnly ? '' : '.'}${scope.domain}\n${scope.path}\n${scope.partition ?? ''}`;
}
