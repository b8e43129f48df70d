import { describe, expect, it } from 'vitest';
import { type CookieSummary, summariseCookies } from '../../../src/core/report/cookie-summary.ts';
import { cookieRows, START } from './cookie-rows.ts';

const DAY = 86_400_000;

function only(lines: Parameters<typeof cookieRows>[0]): CookieSummary {
  const [cookie, ...others] = summariseCookies(cookieRows(lines));
  if (cookie === undefined || others.length > 0) throw new Error('not one cookie');
  return cookie;
}

describe('one row per cookie identity', () => {
  it.each<[string, number, Parameters<typeof cookieRows>[0]]>([
    ['the same name, host and path are one cookie', 1, [['a=1; path=/'], ['a=2; path=/; HttpOnly']]],
    ['another name', 2, [['a=1; path=/'], ['b=1; path=/']]],
    ['names differ by letter case', 2, [['a=1; path=/'], ['A=1; path=/']]],
    ['another host', 2, [['a=1; path=/'], ['a=1; path=/', { url: 'https://other.test/' }]]],
    ['another port is the same host', 1, [['a=1; path=/'], ['a=1; path=/', { url: 'https://app.test:8443/' }]]],
    ['host-only and with Domain', 2, [['a=1; path=/'], ['a=1; path=/; Domain=app.test']]],
    [
      'hosts that share a Domain',
      1,
      [['a=1; path=/; Domain=app.test'], ['a=1; path=/; Domain=app.test', { url: 'https://www.app.test/' }]],
    ],
    ['another path', 2, [['a=1; path=/'], ['a=1; path=/shop']]],
    ['another partition', 2, [['a=1; path=/'], ['a=1; path=/', { partition: 'https://top.test' }]]],
    ['a request without a cookie', 0, [[null]]],
    ['a nameless cookie', 1, [['=1; path=/'], ['=2; path=/']]],
    ['a name that objects have', 1, [['__proto__=1; path=/'], ['__proto__=2; path=/']]],
  ])('%s: %i', (_, count, lines) => {
    expect(summariseCookies(cookieRows(lines))).toHaveLength(count);
  });

  it('stands session cookies first, then goes by name', () => {
    const cookies = summariseCookies(cookieRows([['b=1'], ['a=1'], ['z=1', { session: true }]]));
    expect(cookies.map(({ name }) => name)).toEqual(['z', 'a', 'b']);
  });

  it('keeps that order whatever comes later', () => {
    const rows = cookieRows([['b=1'], ['a=1'], ['b=2'], ['a=2']]);
    const names = [2, 3, 4].map((count) => summariseCookies(rows.slice(0, count)).map(({ name }) => name));
    expect(names).toEqual([
      ['a', 'b'],
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });
});

describe('flags and lifetime', () => {
  it('give the newest value and how many responses agree', () => {
    const cookie = only([['a=1; HttpOnly; SameSite=Lax'], ['a=2; SameSite=Lax'], ['a=3; HttpOnly; SameSite=None; Secure']]);
    expect(cookie.httpOnly).toEqual({ value: true, same: 2, of: 3 });
    expect(cookie.secure).toEqual({ value: true, same: 1, of: 3 });
    expect(cookie.sameSite).toEqual({ value: 'None', same: 1, of: 3 });
  });

  it('count refused lines, as they are what the server sends, and leave deletions out', () => {
    const cookie = only([['a=1; Secure', { stored: { outcome: 'refused', reason: 'insecure-origin' } }], ['a=; Max-Age=0']]);
    expect(cookie.secure).toEqual({ value: true, same: 1, of: 1 });
    expect([cookie.timesSet, cookie.timesDeleted]).toEqual([1, 1]);
  });

  it('say nothing of a cookie that is only deleted', () => {
    const { httpOnly, secure, sameSite, lifetime, sizeNow, sizeMost } = only([['a=; Max-Age=0']]);
    expect([httpOnly, secure, sameSite, lifetime, sizeNow, sizeMost]).toEqual([null, null, null, null, null, null]);
  });

  it.each<[string, readonly string[], unknown]>([
    ['no attribute', ['a=1'], { value: { kind: 'session' }, same: 1, of: 1 }],
    ['Max-Age', ['a=1; Max-Age=60'], { value: { kind: 'max-age', maxAge: 60 }, same: 1, of: 1 }],
    [
      'Max-Age wins',
      ['a=1; Max-Age=60; Expires=Thu, 29 Jan 2026 10:02:00 GMT'],
      { value: { kind: 'max-age', maxAge: 60 }, same: 1, of: 1 },
    ],
    [
      'an Expires that moves with the clock is the same',
      ['a=1; Expires=Thu, 29 Jan 2026 10:02:00 GMT', 'a=1; Expires=Thu, 29 Jan 2026 10:02:01 GMT'],
      { value: { kind: 'expires', expires: Date.UTC(2026, 0, 29, 10, 2, 1) }, same: 2, of: 2 },
    ],
    ['another Max-Age differs', ['a=1; Max-Age=60', 'a=1; Max-Age=61'], { value: { kind: 'max-age', maxAge: 61 }, same: 1, of: 2 }],
    ['an Expires that is no date', ['a=1; Expires=soon'], { value: { kind: 'session' }, same: 1, of: 1 }],
  ])('lifetime: %s', (_, lines, lifetime) => {
    expect(only(lines.map((line) => [line])).lifetime).toEqual(lifetime);
  });

  it.each<[string, string, number | null, number | null]>([
    ['400 days of ten years', 'a=1; Max-Age=315360000', START + 400 * DAY, START + 400 * DAY],
    ['as long as asked, counted from when the response came', 'a=1; Max-Age=60', START + 60_300, null],
    ['a session cookie', 'a=1', null, null],
    ['not known', 'a=1; Max-Age=60', null, null],
  ])('the browser’s cap: %s', (_, line, expiresAt, cappedAt) => {
    expect(only([[line, { expiresAt }]]).cappedAt).toBe(cappedAt);
  });

  it('collect the flags whose absence is a finding', () => {
    expect(
      only([
        ['a=1', { missing: ['secure'] }],
        ['a=1', { missing: ['secure', 'httpOnly'] }],
      ]).missing,
    ).toEqual(['secure', 'httpOnly']);
  });
});

describe('sizes', () => {
  it.each<[string, Parameters<typeof cookieRows>[0], number | null, number | null]>([
    ['the newest and the largest', [['a=12345'], ['a=1']], 2, 6],
    ['a refused version is not there now', [['a=1'], ['a=12345', { stored: { outcome: 'refused', reason: 'too-large' } }]], 2, 6],
    ['nothing was ever kept', [['a=1', { stored: { outcome: 'refused', reason: 'prefix' } }]], null, 2],
    ['deleted', [['a=1'], ['a=; Max-Age=0', { stored: { outcome: 'deleted' } }]], null, 2],
    ['set again after that', [['a=1'], ['a=; Max-Age=0', { stored: { outcome: 'deleted' } }], ['a=12']], 3, 3],
    ['a deletion that was refused', [['a=1'], ['a=; Max-Age=0', { stored: { outcome: 'refused', reason: 'secure-overwrite' } }]], 2, 2],
    ['not known what the browser did', [['a=1', { stored: null }]], 2, 2],
  ])('%s', (_, lines, now, most) => {
    const { sizeNow, sizeMost } = only(lines);
    expect([sizeNow?.wire ?? null, sizeMost?.wire ?? null]).toEqual([now, most]);
  });
});

describe('refusals', () => {
  it('are counted by reason, the most frequent first', () => {
    const refuse = (reason: 'prefix' | 'too-large') => ({ stored: { outcome: 'refused', reason } as const });
    expect(only([['a=1', refuse('prefix')], ['a=1', refuse('too-large')], ['a=1'], ['a=1', refuse('too-large')]]).refused).toEqual([
      { reason: 'too-large', count: 2 },
      { reason: 'prefix', count: 1 },
    ]);
  });

  it('are none when every line was kept, and unknown when nobody knows', () => {
    expect(only([['a=1'], ['a=1', { stored: null }]]).refused).toEqual([]);
    expect(only([['a=1', { stored: null }]]).refused).toBeNull();
  });
});

describe('findings', () => {
  const found = (
    kind: 'missing-secure' | 'cookie-overflow' | 'near-limit',
    severity: 'error' | 'warning' | 'info',
    cookie: string | null,
  ) => ({ kind, severity, cookie }) as const;

  it('stand once per kind with the rows that have them, the worst first', () => {
    const { findings, worst } = only([
      ['a=1', { findings: [found('missing-secure', 'info', 'a'), found('near-limit', 'warning', 'a')] }],
      ['a=1', { findings: [found('missing-secure', 'error', 'a')] }],
    ]);
    expect(findings.map(({ kind, severity, rows }) => [kind, severity, rows.map(({ id }) => id)])).toEqual([
      ['missing-secure', 'error', ['x0#0', 'x1#0']],
      ['near-limit', 'warning', ['x0#0']],
    ]);
    expect(worst?.kind).toBe('missing-secure');
  });

  it.each<[string, Parameters<typeof cookieRows>[0], readonly string[]]>([
    [
      'a request’s finding belongs to the cookie it names',
      [['a=1'], [null, { findings: [found('cookie-overflow', 'error', 'a')] }]],
      ['a'],
    ],
    ['so does one that stands on another cookie’s row', [['a=1'], ['b=1', { findings: [found('cookie-overflow', 'error', 'a')] }]], ['a']],
    ['one without a name belongs to the row’s cookie', [['a=1'], ['b=1', { findings: [found('near-limit', 'info', null)] }]], ['b']],
    ['no cookie of this name was set', [['a=1'], [null, { findings: [found('cookie-overflow', 'error', 'c')] }]], []],
    [
      'another host’s cookie is not meant',
      [['a=1'], [null, { url: 'https://other.test/', findings: [found('cookie-overflow', 'error', 'a')] }]],
      [],
    ],
    [
      'a domain’s cookie is carried to its subdomains',
      [['a=1; Domain=app.test'], [null, { url: 'https://www.app.test:8443/', findings: [found('cookie-overflow', 'error', 'a')] }]],
      ['a'],
    ],
  ])('%s', (_, lines, names) => {
    const cookies = summariseCookies(cookieRows(lines));
    expect(cookies.filter(({ worst }) => worst !== null).map(({ name }) => name)).toEqual(names);
  });
});

it('summarises 50,000 rows of 1,000 cookies in a moment', () => {
  const cookies = cookieRows(Array.from({ length: 1000 }, (_, index) => [`cookie${index}=1; path=/; HttpOnly; SameSite=Lax`]));
  const rows = Array.from({ length: 50 }, () => cookies.map((row) => ({ ...row }))).flat();
  const before = process.cpuUsage();
  expect(summariseCookies(rows)).toHaveLength(1000);
  // Generous, and of processor time: other tests share the machine.
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(1000);
});
