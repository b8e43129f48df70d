import { describe, expect, test } from 'vitest';
import type { Finding, FindingKind } from '../../../src/core/findings/finding.ts';
import { infoOf } from '../../../src/core/findings/finding-info.ts';
import { sealCbc } from '../readers/seal.ts';
import { analyse, exchange, type Given } from '../recording.ts';
import { sealed, session } from './cases/cases.ts';

async function only(kind: FindingKind, given: Given): Promise<Finding> {
  const analysis = await analyse([exchange(given)]);
  const found = analysis.allRows().flatMap((row) => analysis.detail(row.id)?.findings ?? []);
  const [finding, ...more] = found.filter((each) => each.kind === kind);
  if (finding === undefined || more.length > 0) throw new RangeError(`There is not one ${kind}.`);
  return finding;
}

describe('what rules know of the traffic', () => {
  test.each<[reason: string, FindingKind, Given, parameters: object, message: string]>([
    [
      'every condition of a prefix that is not met',
      'prefix-violated',
      { url: 'http://app.test/', setCookie: ['__host-http-a=1; Path=/x; Domain=app.test'] },
      { prefix: '__Host-Http-', session: false, unmet: ['secure', 'http-only', 'path', 'domain', 'origin'] },
      'The cookie “__host-http-a” claims __Host-Http- but has no Secure and has no HttpOnly and does not say Path=/ and has a Domain and comes over plain http, so the browser refuses it.',
    ],
    [
      'the bad attributes in the order of the line',
      'attribute-malformed',
      { setCookie: ['a=1; Max-Age=1.hour; Path=/a; HttpsOnly; Path=/b; Expires=tomorrow'] },
      {
        attributes: [
          { name: 'Max-Age', value: '1.hour', reason: 'bad-max-age' },
          { name: 'Path', value: '/a', reason: 'repeated' },
          { name: 'HttpsOnly', value: null, reason: 'unknown' },
          { name: 'Expires', value: 'tomorrow', reason: 'bad-date' },
        ],
        more: 0,
      },
      'The cookie “a” is set with what the browser ignores: Max-Age=1.hour (no whole number of seconds), Path=/a (given again with another value, which wins), HttpsOnly (unknown), Expires=tomorrow (no date).',
    ],
    [
      'nothing of a value that a semicolon has cut',
      'attribute-malformed',
      { setCookie: ['a={"user":1;"token":"s3cret"}'] },
      { attributes: [{ name: '', value: null, reason: 'unknown' }], more: 0 },
      'The cookie “a” is set with what the browser ignores: something that is no attribute (unknown).',
    ],
    [
      'all lines of a cookie, numbered from one for people',
      'duplicate-set-cookie',
      { setCookie: ['a=1', 'b=1', 'a=1', 'a=2'] },
      { lines: [0, 2, 3], differ: true },
      'The response sets the cookie “a” 3 times (Set-Cookie lines 1, 3, 4) with different values, of which the last wins.',
    ],
    [
      'how often a name is carried',
      'shadowed-cookie',
      { cookie: `_app_session=${sealed(300)}; _app_session=${sealed(300)}` },
      { times: 2, differ: false, session: true },
      'The request carries the session cookie “_app_session” twice with the same value: Rack reads the first and never sees the rest.',
    ],
    [
      'the size of the Cookie header and its largest cookie',
      'cookie-header-too-large',
      { status: 431, cookie: `theme=dark; a=${'x'.repeat(8400)}` },
      { header: 8414, cookies: 2, status: 431, largest: { name: 'a', wire: 8401 } },
      'The request has a Cookie header of 8,414 bytes in 2 cookies, most of it “a” with 8,401 bytes; many servers and proxies take no more than 8,190 bytes, and the server answered 431.',
    ],
    [
      'the Domain and the host',
      'domain-too-broad',
      { ...session(sealed(300), 'Domain=.app.test'), url: 'https://www.app.test:8443/' },
      { domain: 'app.test', host: 'www.app.test' },
      'The session cookie “_app_session” is set by www.app.test with Domain=app.test, so every host under app.test gets it and can overwrite it.',
    ],
    [
      'the days that are left',
      'long-lived-session',
      session(sealed(300), 'Expires=Fri, 01 Jan 2027 10:00:00 GMT'),
      { days: 365, capped: false },
      'The session cookie “_app_session” lives for 365 days, over 30.',
    ],
    [
      'no more days than browsers give',
      'long-lived-session',
      session(sealed(300), 'Max-Age=99999999999999999999'),
      { days: 400, capped: true },
      'The session cookie “_app_session” is to live for over 400 days, which is the longest that browsers keep one.',
    ],
    [
      'both signs of a shared cache',
      'session-on-cacheable-response',
      { ...session(sealed(300)), responseHeaders: { age: '9', 'cache-control': 'public, max-age=60' } },
      {
        keptBy: { name: 'Cache-Control', value: 'public, max-age=60' },
        cameFrom: { name: 'Age', value: '9' },
        sameElsewhere: false,
      },
      'The response that sets the session cookie “_app_session” came out of a shared cache (Age: 9) and may be kept by shared caches (Cache-Control: public, max-age=60): others get this session too.',
    ],
    [
      'CBC without any secret',
      'outdated-cipher',
      session(sealCbc('{}')),
      { cbc: true, sha1: false },
      'The cookie “_app_session” is sealed with AES-256-CBC and HMAC, which AES-256-GCM replaced in Rails 5.2.',
    ],
  ])('%s', async (_, kind, given, parameters, message) => {
    const finding = await only(kind, given);
    expect(finding.parameters).toEqual(parameters);
    expect(infoOf(finding).message(finding)).toBe(message);
  });

  test('a line with thousands of bad attributes lists ten', async () => {
    const { parameters } = await only('attribute-malformed', { setCookie: [`a=1${'; Foo=1'.repeat(5000)}`] });
    expect(parameters).toMatchObject({ attributes: { length: 10 }, more: 4990 });
  });

  test('a header of any length gives a short text', async () => {
    const finding = await only('samesite-unknown', { setCookie: [`a=1; SameSite=${'x'.repeat(1000)}`] });
    expect(infoOf(finding).message(finding).length).toBeLessThan(200);
  });
});
