import { describe, expect, test } from 'vitest';
import {
  type BrowserCookie,
  type CookieComparison,
  compareStores,
  cookieDomains,
  cookiesOfHosts,
  EXPIRY_TOLERANCE,
} from '../../../src/core/cookies/compare-store.ts';
import type { StoredCookie } from '../../../src/core/cookies/storage.ts';

const NOW = 1_800_000_000_000;
const cookie = (fields: Partial<StoredCookie> = {}): StoredCookie => ({
  ...{ name: 'a', value: '1', domain: 'app.test', hostOnly: true, path: '/', partition: null },
  ...{ secure: false, httpOnly: false, sameSite: null, createdAt: NOW - 5_000, expiresAt: null },
  ...fields,
});
const kinds = (predicted: readonly StoredCookie[], actual: readonly BrowserCookie[]) =>
  compareStores(predicted, actual, NOW).cookies.map(({ kind }) => kind);
const fieldsOf = (comparison: CookieComparison | undefined) => (comparison?.kind === 'different' ? comparison.fields : []);

describe('a predicted cookie and the one that the browser keeps', () => {
  test.each<[string, Partial<StoredCookie>, Partial<StoredCookie>, readonly string[]]>([
    ['the same', {}, {}, []],
    ['another value', { value: '1' }, { value: '2' }, ['value']],
    ['HttpOnly lost', { httpOnly: true }, { httpOnly: false }, ['httpOnly']],
    ['Secure added', { secure: false }, { secure: true }, ['secure']],
    ['SameSite differs', { sameSite: 'Lax' }, { sameSite: 'None' }, ['sameSite']],
    ['SameSite not given', { sameSite: 'Lax' }, { sameSite: null }, ['sameSite']],
    ['expiry within the tolerance', { expiresAt: NOW }, { expiresAt: NOW + EXPIRY_TOLERANCE }, []],
    ['expiry beyond the tolerance', { expiresAt: NOW }, { expiresAt: NOW + EXPIRY_TOLERANCE + 1 }, ['expiry']],
    ['kept until the browser closes', { expiresAt: NOW }, { expiresAt: null }, ['expiry']],
    ['another path', { path: '/' }, { path: '/admin' }, ['path']],
    ['for subdomains too', { hostOnly: true }, { hostOnly: false }, ['hostOnly']],
    ['of the domain above', { domain: 'app.test' }, { domain: 'www.app.test' }, ['domain']],
    ['several at once, in order', { value: '1', secure: true, path: '/' }, { value: '2', path: '/x' }, ['value', 'secure', 'path']],
    ['UTF-8 that the browser decoded', { name: 'n\xc3\xa9', value: '\xc3\xa9' }, { name: 'né', value: 'é' }, []],
    ['bytes that are no UTF-8, as they are', { value: '\xe9' }, { value: '\xe9' }, []],
    ['bytes that are no UTF-8, replaced', { value: 'a\xe9b' }, { value: 'a\ufffdb' }, []],
    ['a real replacement character against other bytes', { value: 'ab' }, { value: 'a\ufffdb' }, ['value']],
  ])('%s', (_, predicted, actual, fields) => {
    const { cookies, counts } = compareStores([cookie(predicted)], [cookie(actual)], NOW);
    expect(cookies).toHaveLength(1);
    expect(fieldsOf(cookies[0])).toEqual(fields);
    expect(counts).toMatchObject(fields.length === 0 ? { same: 1, different: 0 } : { same: 0, different: 1 });
  });

  test('are two cookies when name or partition differ', () => {
    expect(kinds([cookie({ name: 'a' })], [cookie({ name: 'A' })])).toEqual(['only-predicted', 'only-in-browser']);
    const partition = 'https://top.test';
    expect(kinds([cookie({ partition })], [cookie()])).toEqual(['only-predicted', 'only-in-browser']);
    expect(kinds([cookie({ partition })], [cookie({ partition })])).toEqual(['same']);
    expect(kinds([cookie({ domain: 'app.test' })], [cookie({ domain: 'notapp.test' })])).toEqual(['only-predicted', 'only-in-browser']);
  });

  test('of one name are paired by scope, not by order', () => {
    const [root, admin, wide] = [cookie(), cookie({ path: '/admin', value: '2' }), cookie({ hostOnly: false, value: '3' })];
    expect(kinds([root, admin, wide], [wide, admin, root])).toEqual(['same', 'same', 'same']);
    expect(kinds([root, admin], [admin])).toEqual(['only-predicted', 'same']);
  });
});

test('A predicted cookie whose time has come is no difference when it is gone', () => {
  expect(kinds([cookie({ expiresAt: NOW })], [])).toEqual([]);
  expect(kinds([cookie({ expiresAt: NOW + 1 })], [])).toEqual(['only-predicted']);
});

test('Differences come first', () => {
  const [same, lost, changed, extra] = ['same', 'lost', 'changed', 'extra'].map((name) => cookie({ name })) as [
    StoredCookie,
    StoredCookie,
    StoredCookie,
    StoredCookie,
  ];
  const { cookies, counts } = compareStores([same, changed, lost], [extra, { ...changed, value: 'x' }, same], NOW);
  expect(cookies.map(({ kind }) => kind)).toEqual(['only-predicted', 'only-in-browser', 'different', 'same']);
  expect(counts).toEqual({ same: 1, different: 1, 'only-predicted': 1, 'only-in-browser': 1 });
});

test('Of the cookies of whole domains only those count that may go to the host', () => {
  const own = cookie({ domain: 'app.example.test' });
  const above = cookie({ domain: 'example.test', hostOnly: false });
  const others = [
    cookie({ domain: 'example.test' }),
    cookie({ domain: 'www.example.test' }),
    cookie({ domain: 'ple.test', hostOnly: false }),
  ];
  expect(cookiesOfHosts([own, above, ...others], ['app.example.test'])).toEqual([own, above]);
});

test.each([
  ['app.example.co.uk', ['app.example.co.uk', 'example.co.uk', 'co.uk']],
  ['localhost', ['localhost']],
  ['app.test', ['app.test']],
  ['127.0.0.1', ['127.0.0.1']],
  ['[::1]', ['[::1]']],
])('The domains whose cookies may go to %s', (host, domains) => {
  expect(cookieDomains(host)).toEqual(domains);
});
