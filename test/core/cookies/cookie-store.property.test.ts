import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Browser } from '../../../src/core/cookies/browser.ts';
import { pathMatch } from '../../../src/core/cookies/cookie-match.ts';
import { identityOf } from '../../../src/core/cookies/cookie-shelves.ts';
import { CookieStore } from '../../../src/core/cookies/cookie-store.ts';
import type { RequestContext } from '../../../src/core/cookies/request-context.ts';
import { parseSetCookie } from '../../../src/core/cookies/set-cookie.ts';
import { OBSERVED } from './request.ts';

const browser = fc.constantFrom<Browser>('chromium', 'firefox');
const bytes = fc.uint8Array({ maxLength: 80 }).map((array) => String.fromCharCode(...array));
const attribute = fc.constantFrom(
  'Secure',
  'HttpOnly',
  'Partitioned',
  'Path=/',
  'Path=/a',
  'Path=x',
  'Domain=example.com',
  'Domain=.app.example.com',
  'Domain=com',
  'Domain=',
  'Max-Age=0',
  'Max-Age=60',
  'Max-Age=x',
  'Expires=Wed, 01 Jan 2031 00:00:00 GMT',
  'Expires=0',
  'SameSite=Lax',
  'SameSite=None',
  'SameSite=?',
);
const likely = fc
  .tuple(fc.constantFrom('a=1', 'b=', '=v', 'token', '__Host-a=1', '__Secure-b=2', 'a\t=1', 'a=b=c'), fc.array(attribute, { maxLength: 6 }))
  .map(([pair, attributes]) => [pair, ...attributes].join('; '));
const line = fc.oneof(bytes, likely);
const url = fc.oneof(
  fc.constantFrom(
    'https://app.example.com/a/b',
    'http://app.example.com/',
    'https://example.com/a',
    'http://localhost:3000/a',
    'wss://example.com/',
    'http://[::1]/',
    'https://github.io/',
    'about:blank',
    '',
    'https://app.example.com./',
  ),
  fc.webUrl(),
  fc.string(),
);
const context: fc.Arbitrary<RequestContext> = fc.record({
  url,
  at: fc.integer({ min: OBSERVED, max: OBSERVED + 200_000 }),
  method: fc.constantFrom('GET', 'POST', ''),
  site: fc.constantFrom('same-origin', 'same-site', 'cross-site', 'none', 'unknown'),
  topLevel: fc.boolean(),
  topLevelSite: fc.constantFrom(null, 'https://example.com', 'http://localhost', 'nonsense'),
  credentials: fc.constantFrom(true, false, null),
  storageAccess: fc.constantFrom('none' as const, 'active' as const, null),
});

test('no bytes, no URL and no header ever throw, and what is told agrees with what is kept', () => {
  fc.assert(
    fc.property(browser, fc.array(fc.tuple(line, context), { maxLength: 12 }), (which, steps) => {
      const store = new CookieStore(which);
      for (const [text, request] of steps) {
        const { stored, cookie, scope, expiresAt } = store.set(parseSetCookie(text), request);
        expect(cookie !== null).toBe(stored.outcome === 'created' || stored.outcome === 'replaced');
        if (cookie !== null) {
          expect(cookie).toMatchObject({ ...scope, expiresAt });
          expect(store.get(identityOf(cookie))).toEqual(cookie);
        }
        const { sent, withheld } = store.retrieve(request);
        expect(sent.length + withheld.length).toBeLessThanOrEqual([...store].length);
        store.clearSiteData(text, request);
      }
    }),
    { numRuns: 300 },
  );
});

test('a cookie that was just created goes back to where it came from, unless its path is another', () => {
  fc.assert(
    fc.property(browser, likely, context, (which, text, request) => {
      const store = new CookieStore(which);
      const { cookie } = store.set(parseSetCookie(text), request);
      fc.pre(cookie !== null);
      const { sent, withheld } = store.retrieve({ ...request, method: 'GET', site: 'same-origin', topLevel: true });
      const isInPath = pathMatch(new URL(request.url).pathname, cookie.path);
      // A partition follows the page that is shown, which this request may not be under.
      if (cookie.partition === null) expect(sent).toEqual(isInPath ? [cookie] : []);
      expect(sent.length + withheld.length).toBe(1);
    }),
    { numRuns: 500 },
  );
});

test('a copy holds the same, and nothing done to it shows in its original', () => {
  fc.assert(
    fc.property(browser, fc.array(fc.tuple(likely, context), { maxLength: 10 }), fc.nat(10), (which, steps, at) => {
      const straight = new CookieStore(which);
      let forked = new CookieStore(which);
      steps.forEach(([text, request], index) => {
        straight.set(parseSetCookie(text), request);
        if (index === at) {
          const original = forked;
          forked = original.copy();
          for (const [other, elsewhere] of steps) original.set(parseSetCookie(other), elsewhere);
        }
        forked.set(parseSetCookie(text), request);
      });
      expect([...forked]).toEqual([...straight]);
    }),
    { numRuns: 200 },
  );
});
