import { trimWhiteSpace } from './white-space.ts';

/** One cookie of a request as it was sent, one character per byte. `name` is empty for a nameless cookie. */
export interface CookiePair {
  readonly name: string;
  readonly value: string;
}

/**
 * The pairs of one `Cookie` header in the order sent, repeated names kept, nothing decoded.
 * A piece without `=` is a nameless cookie, which browsers send as its bare value.
 * Source: RFC 6265bis, 4.2.1 and 5.8.3.
 */
export function parseCookieHeader(value: string): readonly CookiePair[] {
  const pairs: CookiePair[] = [];
  for (const piece of value.split(';')) {
    const pair = trimWhiteSpace(piece);
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    pairs.push(equals < 0 ? { name: '', value: pair } : { name: pair.slice(0, equals), value: pair.slice(equals + 1) });
  }
  return pairs;
}
