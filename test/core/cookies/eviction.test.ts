import { describe, expect, test } from 'vitest';
import type { Browser } from '../../../src/core/cookies/browser.ts';
import { CookieStore } from '../../../src/core/cookies/cookie-store.ts';
import { parseSetCookie } from '../../../src/core/cookies/set-cookie.ts';
import { OBSERVED, request } from './request.ts';

const URL = 'https://app.example.com/';

/** Cookies named 0, 1, 2…, one per second; gives the names that went with the last one. */
function fill(store: CookieStore, count: number, attributes = (_: number): string => ''): readonly string[] {
  let evicted: readonly string[] = [];
  for (let index = 0; index < count; index++) {
    const line = parseSetCookie(`${index}=v; Path=/; ${attributes(index)}`);
    evicted = store.set(line, request(URL, { at: OBSERVED + index * 1000 })).evicted.map(({ name }) => name);
  }
  return evicted;
}

const names = (from: number, to: number): readonly string[] => Array.from({ length: to - from }, (_, index) => String(from + index));

describe.each(['chromium', 'firefox'] as const)('In %s', (browser) => {
  const left = 150;

  test('180 cookies of a site stay, and one more makes the oldest go', () => {
    expect(fill(new CookieStore(browser), 180)).toEqual([]);
    const store = new CookieStore(browser);
    expect(fill(store, 181)).toEqual(names(0, 181 - left));
    expect([...store].length).toBe(left);
  });

  test('cookies without Secure go first', () => {
    expect(fill(new CookieStore(browser), 181, (index) => (index < 20 ? 'Secure' : ''))).toEqual(names(20, 201 - left));
  });

  test('cookies that have expired go before others, and are not named', () => {
    const evicted = fill(new CookieStore(browser), 181, (index) => (index < 10 ? 'Max-Age=1' : ''));
    expect(evicted).toEqual(names(10, 191 - left - 10));
  });

  test('a cookie that was sent counts as used, and another site has its own 180', () => {
    const store = new CookieStore(browser);
    fill(store, 180);
    const late = { at: OBSERVED + 3_600_000 };
    store.set(parseSetCookie('0=x; Path=/'), request(URL, { at: OBSERVED + 200_000 }));
    expect(store.set(parseSetCookie('a=1'), request('https://example.org/', late)).evicted).toEqual([]);
    const { evicted } = store.set(parseSetCookie('sub=1'), request('https://other.example.com/', late));
    expect(evicted.map(({ name }) => name)).toEqual(names(1, 182 - left));
    const used = new CookieStore(browser);
    fill(used, 179);
    used.set(parseSetCookie('old=1; Path=/old'), request(URL, { at: OBSERVED - 1000 }));
    used.retrieve(request(`${URL}old`, late));
    expect(used.set(parseSetCookie('sub=1'), request(URL, late)).evicted.length).toBe(181 - left);
  });
});

test('In Chromium a new cookie without Secure goes at once where the others are Secure, and the oldest of those with it', () => {
  const evicted = fill(new CookieStore('chromium'), 181, (index) => (index < 180 ? 'Secure' : ''));
  expect(evicted.toSorted()).toEqual(['180', ...names(0, 30)].toSorted());
});

test('In Firefox it alone goes', () => {
  expect(fill(new CookieStore('firefox'), 181, (index) => (index < 180 ? 'Secure' : ''))).toEqual(['180']);
});

test('Firefox spares Secure cookies as long as there is any other', () => {
  expect(fill(new CookieStore('firefox'), 181, (index) => (index === 100 ? '' : 'Secure'))).toEqual(['100']);
  expect(fill(new CookieStore('firefox'), 181, () => 'Secure')).toEqual(names(0, 31));
});

test('Chromium keeps 10 kB of one site in one partition, Firefox more', () => {
  const evicted = (browser: Browser): readonly string[] => {
    const store = new CookieStore(browser);
    return names(0, 3).flatMap((name, index) => {
      const line = parseSetCookie(`${name}=${'x'.repeat(4000)}; Secure; Partitioned; Path=/`);
      return store.set(line, request(URL, { at: OBSERVED + index })).evicted.map((cookie) => cookie.name);
    });
  };
  expect([evicted('chromium'), evicted('firefox')]).toEqual([['0'], []]);
});
