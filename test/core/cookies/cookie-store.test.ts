import { describe, expect, test } from 'vitest';
import type { Browser } from '../../../src/core/cookies/browser.ts';
import { identityOf } from '../../../src/core/cookies/cookie-shelves.ts';
import { CookieStore } from '../../../src/core/cookies/cookie-store.ts';
import type { RequestContext } from '../../../src/core/cookies/request-context.ts';
import { parseSetCookie } from '../../../src/core/cookies/set-cookie.ts';
import type { StoredCookie } from '../../../src/core/cookies/storage.ts';
import { FROM_ELSEWHERE, OBSERVED, request } from './request.ts';

const DAY = 24 * 60 * 60 * 1000;
const HTTPS = 'https://app.example.com/a/b';
const HTTP = 'http://app.example.com/a/b';
const BOTH: readonly Browser[] = ['chromium', 'firefox'];

function set(store: CookieStore, line: string, url = HTTPS, told: Partial<RequestContext> = {}) {
  return store.set(parseSetCookie(line), request(url, told));
}

function header(store: CookieStore, url = HTTPS, told: Partial<RequestContext> = {}): string {
  return store
    .retrieve(request(url, told))
    .sent.map(({ name, value }) => `${name}=${value}`)
    .join('; ');
}

function outcome(browser: Browser, line: string, url: string, told: Partial<RequestContext> = {}): string {
  const { stored } = set(new CookieStore(browser), line, url, told);
  return stored.outcome === 'refused' ? stored.reason : stored.outcome;
}

describe('A line is kept or refused', () => {
  // line, URL, Chromium, Firefox, why
  test.each([
    ['a=1', 'not a url', 'malformed', 'malformed', 'nothing to keep it for'],
    ['a=1', 'file:///tmp/a', 'malformed', 'malformed', 'no host'],
    ['a=1', 'ftp://app.example.com/', 'malformed', 'malformed', 'a scheme without cookies'],
    ['a=1; Secure', 'wss://app.example.com/', 'created', 'created', 'a secure WebSocket'],
    ['a=1; Secure', 'ws://app.example.com/', 'insecure-origin', 'insecure-origin', 'a plain WebSocket'],
    ['a=1; Secure', 'http://127.255.0.1:3000/', 'created', 'created', 'the whole of 127.0.0.0/8 is loopback'],
    ['a=1; Secure', 'http://128.0.0.1/', 'insecure-origin', 'insecure-origin', 'the next address is not'],
    ['a=1; Secure', 'http://notlocalhost/', 'insecure-origin', 'insecure-origin', 'a label must match as a whole'],
    ['a=1; Secure', 'http://localhost.example.com/', 'insecure-origin', 'insecure-origin', 'localhost is the last label'],
    ['a=1; Domain=EXAMPLE.com', 'https://APP.example.com:8443/', 'created', 'created', 'hosts have no case and no port'],
    ['a=1; Domain=example.com', 'https://app.example.com./', 'domain-mismatch', 'domain-mismatch', 'a dot at the end makes another host'],
    [
      'a=1; Domain=b\u00c3\u00bccher.example',
      'https://www.b\u00fccher.example/',
      'created',
      'domain-mismatch',
      'only Chromium writes punycode',
    ],
    ['a=1; Domain=xn--bcher-kva.example', 'https://www.b\u00fccher.example/', 'created', 'created', 'punycode as it should be sent'],
    ['a=1; Domain=\u00ff.example', 'https://www.example/', 'domain-mismatch', 'domain-mismatch', 'no UTF-8'],
    ['a=1; Domain=[::1]', 'http://[::1]:3000/', 'created', 'created', 'the address itself'],
    ['a=1; Domain=::1', 'http://[::1]:3000/', 'domain-mismatch', 'domain-mismatch', 'without its brackets'],
    ['a=1; Domain=localhost', 'http://app.localhost/', 'public-suffix', 'public-suffix', 'a single label is a public suffix'],
    ['a=1; Domain=herokuapp.com', 'https://shop.herokuapp.com/', 'public-suffix', 'public-suffix', 'a private suffix'],
    ['a=1; Domain=com', 'https://example.org/', 'domain-mismatch', 'domain-mismatch', 'elsewhere, suffix or not'],
    ['a=1; Domain=xn--55qx5d.cn', 'https://a.xn--55qx5d.cn/', 'public-suffix', 'public-suffix', 'a suffix in punycode'],
    ['__Host-a=1; Secure', 'https://app.example.com/', 'prefix', 'created', 'Firefox takes the default path'],
    ['__Host-a=1; Secure; Path=/; Domain=127.0.0.1', 'http://127.0.0.1/', 'created', 'created', 'an address as its own Domain'],
    ['__Host-a=1; Secure; Path=/; Domain=localhost', 'http://localhost/', 'prefix', 'created', 'Firefox looks at what is host-only'],
    ['__HOST-HTTP-a=1; Secure; Path=/', HTTPS, 'prefix', 'prefix', 'no HttpOnly, in any case'],
    ['__Http-a=1; Secure; HttpOnly; Domain=example.com', HTTPS, 'created', 'created', '__Http- allows a Domain'],
    ['=__http-a=1', HTTPS, 'prefix', 'prefix', 'a prefix hidden in a value'],
    ['__Secure-; Secure', HTTPS, 'prefix', 'created', 'to Firefox it is a name'],
    [' __Secure=1', HTTP, 'created', 'created', 'no prefix without its dash'],
    ['=a=b', HTTPS, 'malformed', 'malformed', 'would be read back as a'],
    ['a\tb=1', HTTPS, 'control-character', 'created', 'a tab inside the name'],
    ['a=1; X=y\tz', HTTPS, 'control-character', 'created', 'a tab inside an unknown attribute'],
    ['a=1; Path=/x\ty', HTTPS, 'control-character', 'control-character', 'a tab inside the path'],
    ['a=1\t;\tPath=/', HTTPS, 'created', 'created', 'tabs at the edges are white space'],
    ['a=1; X=\x7f', HTTPS, 'control-character', 'control-character', 'DEL in an attribute'],
    ['a=1\n\x01', HTTPS, 'created', 'created', 'the line ends before'],
    ['a=1; SameSite=None; Max-Age=0', HTTPS, 'samesite-none-insecure', 'samesite-none-insecure', 'a deletion is judged like a cookie'],
    ['a=; Secure; Max-Age=0', HTTP, 'insecure-origin', 'insecure-origin', 'likewise'],
    ['a=1; SameSite=Foo', HTTP, 'created', 'created', 'an unknown mode is none'],
  ] as const)('%j at %s: %s, %s (%s)', (line, url, chromium, firefox, _why) => {
    expect([outcome('chromium', line, url), outcome('firefox', line, url)]).toEqual([chromium, firefox]);
  });

  test.each([
    [
      'a=1; Secure',
      { credentials: false, site: 'cross-site' },
      'credentials-omitted',
      'credentials-omitted',
      'the response is not looked at',
    ],
    [
      'a=1; Secure',
      { credentials: false, site: 'same-site' },
      'credentials-omitted',
      'credentials-omitted',
      'same site is another origin still',
    ],
    ['a=1; Secure', { credentials: null, site: 'same-origin', topLevel: false }, 'created', 'created', 'a same-origin fetch'],
    ['a=1; Secure', { credentials: null, site: 'unknown', topLevel: false }, 'created', 'created', 'what is unknown is kept'],
    ['a=1; Secure', FROM_ELSEWHERE, 'samesite-cross-site', 'created', 'Lax by default is Chromium only'],
    ['a=1; Secure; SameSite=Foo', FROM_ELSEWHERE, 'samesite-cross-site', 'created', 'an unknown mode is the default'],
    ['a=1; Secure; SameSite=Lax', FROM_ELSEWHERE, 'samesite-cross-site', 'samesite-cross-site', 'Lax'],
    ['a=1; Secure; SameSite=None', FROM_ELSEWHERE, 'created', 'created', 'None'],
    ['a=1; SameSite=Strict', { site: 'cross-site', topLevel: true }, 'created', 'created', 'a navigation may store anything'],
    [
      'a=1; SameSite=Strict',
      { site: 'same-origin', topLevel: false, topLevelSite: 'https://other.example' },
      'samesite-cross-site',
      'samesite-cross-site',
      'in a frame on another site',
    ],
    [
      'a=1; SameSite=Lax',
      { site: 'cross-site', topLevel: false, topLevelSite: 'http://example.com' },
      'samesite-cross-site',
      'created',
      'the scheme counts in Chromium only',
    ],
    [
      'a=1; SameSite=Lax',
      { site: 'same-site', topLevel: false, topLevelSite: 'https://example.com' },
      'created',
      'created',
      'a sister host',
    ],
  ] as const)('%j with %j: %s, %s (%s)', (line, told, chromium, firefox, _why) => {
    expect([outcome('chromium', line, HTTPS, told), outcome('firefox', line, HTTPS, told)]).toEqual([chromium, firefox]);
  });
});

describe('The lifetime', () => {
  const LATER = 'Wed, 01 Dec 2027 00:00:00 GMT';
  const time = Date.parse(LATER);
  // attributes, Chromium, Firefox, why; null for a session cookie, 'gone' for a deletion
  test.each([
    [`Expires=${LATER}`, time, time, 'a date'],
    ['Max-Age=60', OBSERVED + 60_000, OBSERVED + 60_000, 'seconds'],
    [`Max-Age=60; Expires=${LATER}`, OBSERVED + 60_000, OBSERVED + 60_000, 'Max-Age wins'],
    ['Max-Age=34560001', OBSERVED + 400 * DAY, OBSERVED + 400 * DAY, '400 days at most'],
    ['Expires=Wed, 01 Jan 2031 00:00:00 GMT', OBSERVED + 400 * DAY, OBSERVED + 400 * DAY, 'a date too'],
    ['Max-Age=+60', OBSERVED + 60_000, OBSERVED + 60_000, 'a plus is no harm'],
    [`Max-Age=60; Max-Age=x; Expires=${LATER}`, time, time, 'the last Max-Age decides, even unreadable'],
    [`Expires=${LATER}; Expires=0`, null, null, 'and the last Expires'],
    [`Max-Age=60; Max-Age=${'1'.repeat(1025)}`, OBSERVED + 60_000, OBSERVED + 60_000, 'one that is too long is not there'],
    ['Max-Age=-0', 'gone', 'gone', 'zero'],
    ['Expires=Sat, 21 Nov 2026 12:00:00 GMT', 'gone', 'gone', 'this very moment'],
    ['Expires=Wed, 1st Dec 2027 00:00:00', null, Date.parse(LATER), 'Chromium takes 1st for the year'],
    ['Expires=Wed, 01 Dec 2027Z 00:00:00', Date.parse(LATER), Date.parse(LATER), 'five characters begin with the year'],
    ['Expires=Wed, 01 Dec 2027year 00:00:00', null, Date.parse(LATER), 'more do not in Chromium'],
    ['Expires=Wed, 01 Dec 27 00:00:00', time, time, 'two digits up to 69 are of this century'],
    ['Expires=Wed, 01 Dec 70 00:00:00', 'gone', 'gone', 'from 70 on of the last'],
    ['Expires=Wed, 01 Dec 9 00:00:00', 'gone', null, 'one digit is a year in Chromium only'],
    ['Expires=Wed, 01 Dec 20270 00:00:00', OBSERVED + 400 * DAY, null, 'five digits likewise'],
    ['Expires=Wed, 01 Dec 1600 00:00:00', 'gone', null, 'the standard begins with 1601'],
    ['Expires=Thu, 01 Dec 2022 00:00:010', 'gone', null, 'three digits of seconds'],
    ['Expires=Wed, 31 Nov 2027 00:00:00', null, null, 'no such day'],
    ['Expires=Wed, 01 Dec 2027 24:00:00', null, null, 'no such hour'],
    ['Expires=Wed, 01 Dec 2027 00:00', null, null, 'no seconds'],
  ] as const)('%s: %s, %s (%s)', (attributes, chromium, firefox, _why) => {
    const life = (browser: Browser): number | string | null => {
      const { stored, expiresAt } = set(new CookieStore(browser), `a=1; ${attributes}`);
      return stored.outcome === 'ignored' ? 'gone' : expiresAt;
    };
    expect([life('chromium'), life('firefox')]).toEqual([chromium, firefox]);
  });
});

describe.each(BOTH)('In %s', (browser) => {
  test('a cookie replaces the one of its identity, and a deletion removes it', () => {
    const store = new CookieStore(browser);
    const first = set(store, 'a=1');
    const second = set(store, 'a=2; HttpOnly');
    expect(second).toMatchObject({ stored: { outcome: 'replaced' }, replacedCookie: first.cookie, cookie: { value: '2', httpOnly: true } });
    expect(set(store, 'a=; Path=/; Max-Age=0').stored).toEqual({ outcome: 'ignored' });
    expect(set(store, 'a=; Max-Age=0')).toMatchObject({ stored: { outcome: 'deleted' }, replacedCookie: second.cookie, cookie: null });
    expect([...store]).toEqual([]);
  });

  test('an expired cookie is not there: it is neither replaced nor deleted, nor does it keep an insecure origin off', () => {
    const later = { at: OBSERVED + 61_000 };
    for (const [line, expected] of [
      ['a=2', 'created'],
      ['a=2; Max-Age=0', 'ignored'],
    ] as const) {
      const store = new CookieStore(browser);
      set(store, 'a=1; Max-Age=60; Secure');
      expect(store.retrieve(request(HTTPS, later)).withheld).toMatchObject([{ reason: 'expired' }]);
      expect(set(store, line, HTTP, later)).toMatchObject({ stored: { outcome: expected }, replacedCookie: null });
    }
  });

  test('host-only and domain cookies, paths and partitions make different cookies', () => {
    const store = new CookieStore(browser);
    const lines = ['a=1', 'a=2; Domain=app.example.com', 'a=3; Domain=example.com', 'a=4; Path=/', 'a=5; Secure; Partitioned'];
    for (const line of lines) expect(set(store, line).stored).toEqual({ outcome: 'created' });
    expect(new Set([...store].map(identityOf)).size).toBe(5);
  });

  test.each([
    ['Domain=github.io', 'https://github.io/', 'github.io', true, 'a host that is a public suffix'],
    ['Domain=127.0.0.1', 'http://127.0.0.1/', '127.0.0.1', true, 'an address'],
    ['Domain=.app.example.com', HTTPS, 'app.example.com', false, 'its own name is a domain'],
    ['Domain=', HTTPS, 'app.example.com', true, 'an empty Domain'],
    ['Domain=other.example', HTTPS, 'other.example', false, 'refused, yet told as it was meant'],
  ] as const)('%s from %s has the scope %s, host-only %s (%s)', (attribute, url, domain, hostOnly, _why) => {
    expect(set(new CookieStore(browser), `a=1; ${attribute}`, url).scope).toMatchObject({ domain, hostOnly });
  });

  // line, its URL, the request, what it tells, the reason to withhold or null, why
  test.each([
    ['a=1; Path=/a', HTTPS, 'https://app.example.com/a?b', {}, null, 'the query is no path'],
    ['a=1; Path=/a', HTTPS, 'https://app.example.com/ab', {}, 'path', 'a longer name'],
    ['a=1; Path=/a/', HTTPS, 'https://app.example.com/a', {}, 'path', 'the slash belongs to it'],
    ['a=1; Path=/', HTTPS, 'https://app.example.com:8443/', {}, null, 'cookies know no ports'],
    ['a=1; Path=/', HTTPS, 'https://x.app.example.com/', {}, 'domain', 'host-only'],
    ['a=1; Path=/; Domain=example.com', HTTPS, 'https://example.com/', {}, null, 'the domain itself'],
    ['a=1; Path=/; Domain=example.com', HTTPS, 'https://notexample.com/', {}, undefined, 'another site is not even asked'],
    ['a=1; Path=/; Secure', HTTPS, 'http://app.example.com/', {}, 'secure', 'plain http'],
    ['a=1; Path=/; Secure', 'https://localhost/', 'http://localhost:3000/', {}, null, 'loopback'],
    ['a=1; Path=/; Secure', HTTPS, 'wss://app.example.com/', {}, null, 'a secure WebSocket'],
    ['a=1; Path=/; Max-Age=60', HTTPS, 'https://app.example.com/', { at: OBSERVED + 60_000 }, 'expired', 'to the millisecond'],
    [
      'a=1; Path=/',
      HTTPS,
      'https://app.example.com/',
      { credentials: false, site: 'same-site', topLevel: false },
      'credentials',
      'omitted',
    ],
    ['a=1; Path=/', HTTPS, 'https://app.example.com/', { credentials: null, site: 'unknown', topLevel: false }, null, 'unknown is sent'],
    ['a=1; Path=/; SameSite=Strict', HTTPS, HTTPS, { site: 'cross-site' }, 'same-site', 'a link from elsewhere'],
    ['a=1; Path=/; SameSite=Strict', HTTPS, HTTPS, { site: 'none' }, null, 'a bookmark'],
    ['a=1; Path=/; SameSite=Lax', HTTPS, HTTPS, { site: 'cross-site' }, null, 'a link from elsewhere'],
    ['a=1; Path=/; SameSite=Lax', HTTPS, HTTPS, { site: 'cross-site', method: 'POST' }, 'same-site', 'a form from elsewhere'],
    ['a=1; Path=/; SameSite=Lax', HTTPS, HTTPS, { site: 'cross-site', method: '' }, null, 'an unknown method'],
    [
      'a=1; Path=/; SameSite=Lax',
      HTTPS,
      HTTPS,
      FROM_ELSEWHERE,
      browser === 'chromium' ? 'same-site' : 'partition',
      'a fetch from elsewhere',
    ],
    [
      'a=1; Path=/; Secure; SameSite=None',
      HTTPS,
      HTTPS,
      FROM_ELSEWHERE,
      browser === 'chromium' ? null : 'partition',
      'Firefox keeps third parties apart',
    ],
    ['a=1; Path=/; Secure; SameSite=None; Partitioned', HTTPS, HTTPS, FROM_ELSEWHERE, 'partition', 'set under its own page'],
    ['a=1; Path=/; Secure; Partitioned', HTTPS, HTTPS, { topLevelSite: 'https://example.com' }, null, 'under its own page'],
  ] as const)('%j of %s goes with %s %j: %s (%s)', (line, from, url, told, expected, _why) => {
    const store = new CookieStore(browser);
    set(store, line, from);
    const { sent, withheld } = store.retrieve(request(url, told));
    expect(sent.length).toBe(expected === null ? 1 : 0);
    expect(withheld.map(({ reason }) => reason)).toEqual(typeof expected === 'string' ? [expected] : []);
  });

  test('longer paths go first, then earlier cookies, also those of one millisecond', () => {
    const store = new CookieStore(browser);
    for (const line of ['b=1; Path=/', 'a=1; Path=/', 'c=1; Path=/a', 'd=1; Path=/a/b']) set(store, line);
    expect(header(store)).toBe('d=1; c=1; b=1; a=1');
  });

  test('a copy and its original go their own ways', () => {
    const store = new CookieStore(browser);
    set(store, 'a=1');
    const copy = store.copy();
    set(store, 'a=2');
    set(copy, 'b=1');
    expect([header(store), header(copy)]).toEqual(['a=2', 'a=1; b=1']);
    const [first] = copy;
    copy.remove(identityOf(first as StoredCookie));
    expect([header(store), header(copy)]).toEqual(['a=2', 'b=1']);
  });

  test('traffic corrects the model: cookies are put and removed as they are', () => {
    const store = new CookieStore(browser);
    const { cookie } = set(store, 'a=1');
    const identity = identityOf(cookie as StoredCookie);
    expect(store.get(identity)).toBe(cookie);
    expect(store.remove(identity)).toBe(cookie);
    expect([store.get(identity), store.remove(identity), store.remove('nonsense')]).toEqual([null, null, null]);
    store.put({ ...(cookie as StoredCookie), value: 'other' });
    expect(header(store)).toBe('a=other');
  });

  test('Clear-Site-Data deletes the cookies of the whole site, from a secure origin', () => {
    const clear = (value: string, url = HTTPS, told: Partial<RequestContext> = {}): number => {
      const store = new CookieStore(browser);
      set(store, 'a=1; Domain=example.com');
      set(store, 'b=1', 'https://www.example.com/');
      set(store, 'c=1; Secure; Partitioned');
      set(store, 'd=1', 'https://example.org/');
      const cleared = store.clearSiteData(value, request(url, told));
      expect([...store].length + cleared.length).toBe(4);
      return cleared.length;
    };
    expect(clear('"cache", "cookies"')).toBe(3);
    expect(clear('"*"')).toBe(3);
    expect(clear('cookies')).toBe(0);
    expect(clear('"*"', HTTP)).toBe(0);
    expect(clear('"*"', HTTPS, { ...FROM_ELSEWHERE, credentials: false })).toBe(0);
    expect(clear('"*"', HTTPS, FROM_ELSEWHERE)).toBe(browser === 'chromium' ? 2 : 0);
  });
});

describe('What browsers do differently', () => {
  test('a cookie that is rewritten with another value loses its place in Chromium, and keeps it in Firefox', () => {
    const order = (browser: Browser, line: string): string => {
      const store = new CookieStore(browser);
      set(store, 'a=1; Path=/');
      set(store, 'a=1; Path=/; Domain=example.com', HTTPS, { at: OBSERVED + 1 });
      set(store, line, HTTPS, { at: OBSERVED + 2 });
      return header(store, HTTPS, { at: OBSERVED + 3 });
    };
    expect([order('chromium', 'a=2; Path=/'), order('firefox', 'a=2; Path=/')]).toEqual(['a=1; a=2', 'a=2; a=1']);
    const same = 'a=1; Path=/; HttpOnly';
    expect([order('chromium', same), order('firefox', same)]).toEqual(['a=1; a=1', 'a=1; a=1']);
  });

  test('Chromium lets a cookie without SameSite go with a cross-site POST for two minutes, Firefox always', () => {
    const sent = (browser: Browser, after: number): number => {
      const store = new CookieStore(browser);
      set(store, 'a=1; Path=/');
      return store.retrieve(request(HTTPS, { site: 'cross-site', method: 'POST', at: OBSERVED + after })).sent.length;
    };
    expect([sent('chromium', 120_000), sent('chromium', 120_001), sent('firefox', DAY)]).toEqual([1, 0, 1]);
  });

  test('Firefox keeps a third party apart under each page, as if it were Partitioned', () => {
    const store = new CookieStore('firefox');
    const { scope } = set(store, 'a=1; Path=/; Secure; SameSite=None', HTTPS, FROM_ELSEWHERE);
    expect(scope.partition).toBe('https://elsewhere.example');
    expect([header(store, HTTPS, FROM_ELSEWHERE), header(store, HTTPS)]).toEqual(['a=1', '']);
  });

  test.each(['none', 'inactive', 'active'] as const)('Chromium says with the request whether it takes them: %s', (storageAccess) => {
    const told = { ...FROM_ELSEWHERE, storageAccess };
    const stored = set(
      new CookieStore('chromium', { thirdParty: storageAccess === 'active' ? 'blocked' : 'allowed' }),
      'a=1; Secure; SameSite=None',
      HTTPS,
      told,
    ).stored;
    expect(stored).toEqual(storageAccess === 'active' ? { outcome: 'created' } : { outcome: 'refused', reason: 'third-party-blocked' });
  });

  test('where third-party cookies are blocked, only Partitioned ones live within other pages', () => {
    const store = new CookieStore('chromium', { thirdParty: 'blocked' });
    set(store, 'own=1; Path=/; Secure; SameSite=None');
    expect(set(store, 'a=1; Secure; SameSite=None', HTTPS, FROM_ELSEWHERE).stored).toEqual({
      outcome: 'refused',
      reason: 'third-party-blocked',
    });
    set(store, 'part=1; Path=/; Secure; SameSite=None; Partitioned', HTTPS, FROM_ELSEWHERE);
    expect(header(store, HTTPS, FROM_ELSEWHERE)).toBe('part=1');
    expect(header(store.copy(), HTTPS, FROM_ELSEWHERE)).toBe('part=1');
  });
});
