/** Lower-case names of the request headers that an exchange keeps. */
export const KEPT_REQUEST_HEADERS: ReadonlySet<string> = new Set([
  'authorization',
  'cache-control',
  'content-type',
  'cookie',
  'host',
  'if-modified-since',
  'if-none-match',
  'origin',
  'purpose',
  'referer',
  'sec-fetch-dest',
  'sec-fetch-mode',
  'sec-fetch-site',
  'sec-fetch-storage-access',
  'sec-fetch-user',
  'sec-purpose',
  'upgrade-insecure-requests',
  'x-forwarded-proto',
  'x-sec-purpose',
]);

/** Lower-case names of the response headers that an exchange keeps. */
export const KEPT_RESPONSE_HEADERS: ReadonlySet<string> = new Set([
  'age',
  'cache-control',
  'cf-cache-status',
  'clear-site-data',
  'content-type',
  'date',
  'expires',
  'location',
  'server',
  'set-cookie',
  'strict-transport-security',
  'vary',
  'via',
  'www-authenticate',
  'x-cache',
  'x-request-id',
  'x-runtime',
  'x-served-by',
]);

/**
 * The scheme word of an `Authorization` value (`Bearer`), which is all that is kept of it. A value of one word is a
 * credential without a scheme and leaves nothing. Source: RFC 9110, 11.4.
 */
export function authorizationScheme(value: string): string {
  return /^\s*([A-Za-z][A-Za-z0-9-]{0,31})\s+\S/.exec(value)?.[1] ?? '';
}
