import type { ExchangeRule } from '../rule.ts';

/** In bytes: Apache's LimitRequestFieldSize; nginx's 8k and others are hardly more. */
const LARGE = 8190;
/** What servers answer to a header that is too large: 400 (Apache, nginx), 413, 431 (Node), 494 (nginx's own). */
const REJECTIONS: ReadonlySet<number> = new Set([400, 413, 431, 494]);

/**
 * All cookies of the site together are more than many servers and proxies read in one header:
 *
 *     HTTP/1.1 431 Request Header Fields Too Large
 *     (the request had a Cookie header of 8,190 bytes or more)
 */
export const cookieHeaderTooLarge: ExchangeRule = {
  kind: 'cookie-header-too-large',
  about: 'exchange',
  check({ cookieHeader: header, carried, status }) {
    if (header < LARGE) return [];
    const [largest] = carried.toSorted((a, b) => b.sizes.wire * b.times - a.sizes.wire * a.times);
    const parameters = {
      header,
      cookies: carried.reduce((sum, { times }) => sum + times, 0),
      status,
      largest: largest === undefined ? null : { name: largest.name, wire: largest.sizes.wire },
    };
    const severity = REJECTIONS.has(status) ? 'error' : 'warning';
    return [{ kind: 'cookie-header-too-large', severity, cookie: null, line: null, parameters }];
  },
};
