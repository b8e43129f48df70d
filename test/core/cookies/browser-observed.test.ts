import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Browser } from '../../../src/core/cookies/browser.ts';
import { CookieStore } from '../../../src/core/cookies/cookie-store.ts';
import { decodeUtf8, encodeUtf8 } from '../../../src/core/cookies/form-encoding.ts';
import { parseSetCookie } from '../../../src/core/cookies/set-cookie.ts';
import type { StoredCookie } from '../../../src/core/cookies/storage.ts';
import { request } from './request.ts';

interface ObservedCookie {
  readonly name: string;
  readonly value: string;
  /** With a leading dot where subdomains get it too. */
  readonly domain: string;
  readonly path: string;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite?: string;
  readonly session?: boolean;
  /** In seconds since the epoch. */
  readonly expires?: number;
  readonly partitionKey?: { readonly topLevelSite: string };
}

interface Observation {
  readonly skipped?: string;
  readonly stored: readonly ObservedCookie[];
  readonly reads: readonly { readonly cookie_header: string }[];
}

interface Case {
  readonly id: string;
  readonly request_url: string;
  readonly set_cookie: readonly string[];
  readonly read_urls: readonly string[];
  readonly chrome: Observation;
  readonly firefox: Observation;
}

const { cases } = JSON.parse(readFileSync(new URL('../../fixtures/vectors/browser-observed.json', import.meta.url), 'utf8')) as {
  readonly cases: readonly Case[];
};
const BROWSERS = [
  { browser: 'chromium', key: 'chrome' },
  { browser: 'firefox', key: 'firefox' },
] as const;
/** The cases ran one after another, for an hour at most; a lifetime in seconds is met within that. */
const HOURS = 12 * 60 * 60 * 1000;

describe.each(BROWSERS)('$browser keeps and sends what it was seen to keep and send', ({ browser, key }) => {
  const run = cases.filter((each) => each[key].skipped === undefined);

  test('in enough cases', () => expect(run.length).toBeGreaterThan(280));

  test.each(run)('$id', ({ request_url: url, set_cookie: lines, read_urls: reads, [key]: observed }) => {
    const store = replay(browser, url, lines);
    const kept = [...store];
    expect(sorted(kept.map(shown))).toEqual(sorted(observed.stored.map(observedAs)));
    for (const { name, expires } of observed.stored) {
      const cookie = kept.find((each) => decodeUtf8(each.name) === name);
      if (expires !== undefined) expect(Math.abs((cookie?.expiresAt ?? 0) - expires * 1000)).toBeLessThan(HOURS);
    }
    const headers = reads.map((read) => header(store, read));
    expect(headers).toEqual(observed.reads.map((read) => read.cookie_header));
  });
});

function replay(browser: Browser, url: string, lines: readonly string[]): CookieStore {
  const store = new CookieStore(browser);
  // Both browsers refuse the whole response for a NUL in its headers.
  if (lines.some((line) => line.includes('\0'))) return store;
  for (const line of lines) store.set(parseSetCookie(encodeUtf8(line)), request(url));
  return store;
}

function header(store: CookieStore, url: string): string {
  const { sent } = store.retrieve(request(url));
  return decodeUtf8(sent.map(({ name, value }) => (name === '' ? value : `${name}=${value}`)).join('; '));
}

function shown(cookie: StoredCookie) {
  return {
    name: decodeUtf8(cookie.name),
    value: decodeUtf8(cookie.value),
    domain: cookie.hostOnly ? cookie.domain : `.${cookie.domain}`,
    path: cookie.path,
    secure: cookie.secure,
    httpOnly: cookie.httpOnly,
    sameSite: cookie.sameSite?.toLowerCase() ?? 'default',
    session: cookie.expiresAt === null,
  };
}

function observedAs({ expires, partitionKey: _, session, sameSite, ...cookie }: ObservedCookie) {
  return { ...cookie, sameSite: sameSite?.toLowerCase() ?? 'default', session: expires === undefined && session !== false };
}

function sorted<Row>(rows: readonly Row[]): readonly string[] {
  return rows.map((row) => JSON.stringify(Object.entries(row as object).sort())).sort();
}
