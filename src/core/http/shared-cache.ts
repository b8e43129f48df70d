import { type HeaderField, type HttpExchange, headerValues } from './exchange.ts';
import { answeredAt, parseHttpDate } from './http-date.ts';

/** What shared caches (a CDN, a proxy) may do with a response, or have done. */
export interface SharedCaching {
  /** The field that lets them keep it and hand it to others; null when none does. */
  readonly keptBy: HeaderField | null;
  /** The field that says that it came out of one; null when none does. */
  readonly cameFrom: HeaderField | null;
}

/** In characters: fields come from servers. */
const LONGEST_EVIDENCE = 120;

export function sharedCaching(exchange: HttpExchange): SharedCaching {
  return { keptBy: keptBy(exchange), cameFrom: cameFrom(exchange.responseHeaders) };
}

/**
 * RFC 9111, section 3, for shared caches, as far as the response says so itself: freshness that a cache only guesses (4.2.2) is left
 * out, since caches guess from Last-Modified and seldom for a response that sets a cookie.
 */
function keptBy(exchange: HttpExchange): HeaderField | null {
  const { method, status, requestHeaders, responseHeaders } = exchange;
  if ((method !== 'GET' && method !== 'HEAD') || status < 200) return null;
  // 4.1: a stored response that varies by everything fits no other request.
  if (headerValues(responseHeaders, 'vary').some((value) => value.includes('*'))) return null;
  const text = headerValues(responseHeaders, 'cache-control').join(', ');
  const directives = readDirectives(text);
  if (['no-store', 'private', 'no-cache'].some((name) => keepsCookieOut(directives, name))) return null;
  const cacheControl = { name: 'Cache-Control', value: shortened(text) };
  const shared = seconds(directives, 's-maxage');
  const age = seconds(directives, 'max-age');
  // 3.5: what was asked for with credentials is kept only when the response says so for shared caches.
  const authorized = headerValues(requestHeaders, 'authorization').length > 0;
  if (directives.has('public') || (shared !== null && shared > 0)) return cacheControl;
  if (authorized) return directives.has('must-revalidate') && age !== null && age > 0 ? cacheControl : null;
  // 4.2.1: s-maxage goes before max-age, which goes before Expires.
  if (shared !== null) return null;
  if (age !== null) return age > 0 ? cacheControl : null;
  const [expires] = headerValues(responseHeaders, 'expires');
  const until = expires === undefined ? null : parseHttpDate(expires);
  if (expires === undefined || until === null || until <= answeredAt(exchange)) return null;
  return { name: 'Expires', value: shortened(expires) };
}

/** 5.2.2.4 and 5.2.2.7: with field names the directive is about these fields alone. */
function keepsCookieOut(directives: ReadonlyMap<string, string | null>, name: string): boolean {
  const fields = directives.get(name);
  return fields === null || (fields !== undefined && /(?:^|[\s,])set-cookie(?:$|[\s,])/i.test(fields));
}

/** Directive in lower case to its argument without quotes, null without one. Of a repeated directive the first counts (4.2.1). */
function readDirectives(text: string): ReadonlyMap<string, string | null> {
  const directives = new Map<string, string | null>();
  for (const [, name = '', quoted, token] of text.matchAll(/([^\s,;="]+)(?:\s*=\s*(?:"([^"]*)"?|([^\s,;"]*)))?/g)) {
    const key = name.toLowerCase();
    if (!directives.has(key)) directives.set(key, quoted ?? token ?? null);
  }
  return directives;
}

/** Null when there is none that is a number; then it is not taken for fresh. */
function seconds(directives: ReadonlyMap<string, string | null>, name: string): number | null {
  const value = directives.get(name);
  return value !== undefined && value !== null && /^\d+$/.test(value) ? Number(value) : null;
}

/** `HIT`, `TCP_HIT`, `Hit from cloudfront`, `RefreshHit`; a hit for pass is a response that was not kept. */
const HIT = /(?:^|[^a-z])(?:refresh_?)?hit(?![a-z-])/i;

/** The signs that caches leave: Age (RFC 9111, 5.1), and the fields in which products tell hits. */
function cameFrom(headers: readonly HeaderField[]): HeaderField | null {
  const found = (name: string, isSign: (value: string) => boolean): HeaderField | null => {
    const value = headerValues(headers, name.toLowerCase()).find(isSign);
    return value === undefined ? null : { name, value: shortened(value) };
  };
  return (
    found('Age', (value) => /^\d+$/.test(value.trim()) && Number(value) > 0) ??
    found('X-Cache', (value) => HIT.test(value)) ??
    found('CF-Cache-Status', (value) => /^\s*(?:hit|stale|updating|revalidated)\s*$/i.test(value)) ??
    // In comments only: a proxy may have any name.
    found('Via', (value) => [...value.matchAll(/\(([^()]*)\)/g)].some(([, comment = '']) => HIT.test(comment)))
  );
}

function shortened(text: string): string {
  return text.length > LONGEST_EVIDENCE ? `${text.slice(0, LONGEST_EVIDENCE)}…` : text;
}
