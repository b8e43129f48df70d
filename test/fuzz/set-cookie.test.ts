import { expect, test } from 'vitest';
import { CookieStore } from '../../src/core/cookies/cookie-store.ts';
import type { RequestContext } from '../../src/core/cookies/request-context.ts';
import { parseSetCookie, printSetCookie } from '../../src/core/cookies/set-cookie.ts';
import { readFixture, SENT } from '../core/readers/vectors.ts';
import { mutate, randomSource } from './mutate.ts';

/** `npm run fuzz` sets it. */
const INPUTS = Number(process.env.SESSIONSCOPE_FUZZ_INPUTS ?? 10_000);
const SEED = Number(process.env.SESSIONSCOPE_FUZZ_SEED ?? 1);
/** No single line may take longer, in milliseconds. */
const SLOWEST = 1000;
/** Lines for one store: enough for them to meet, and for the store to be full. */
const AT_A_TIME = 500;

const observed = readFixture('browser-observed').cases as readonly { readonly set_cookie: readonly string[] }[];
const SEEDS = [...observed.flatMap((each) => each.set_cookie), ...SENT.map((vector) => vector.set_cookie_header ?? '')].map((line) =>
  Buffer.from(line, 'utf8'),
);

const URLS = [
  'https://home.example.org:8888/cookie-parser?0001',
  'http://home.example.org/',
  'https://app.example.com/a/b',
  'http://localhost:3000/',
  'http://127.0.0.1/',
  'https://[::1]/',
  'https://example.co.uk/',
  'about:blank',
  '',
];

test('mutated Set-Cookie lines: none throws or hangs; each is printed as it came; what a browser keeps it can be asked for', () => {
  const random = randomSource(SEED);
  const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;
  const counts = { kept: 0, refused: 0, sent: 0 };
  let slowest = 0;
  let stores = newStores();
  for (let index = 0; index < INPUTS; index++) {
    if (index % AT_A_TIME === 0) stores = newStores();
    const line = Buffer.from(mutate(pick(SEEDS), pick(SEEDS), random)).toString('latin1');
    const setting = contextOf(pick(URLS), index, random);
    const asking = contextOf(pick(URLS), index, random);
    const start = performance.now();
    try {
      const parsed = parseSetCookie(line);
      if (printSetCookie(parsed) !== line) throw new Error('another line is printed');
      for (const store of stores) {
        counts[store.set(parsed, setting).cookie === null ? 'refused' : 'kept']++;
        counts.sent += store.retrieve(asking).sent.length;
      }
    } catch (error) {
      throw new Error(`seed ${SEED}, input ${index}: ${JSON.stringify(line)} at ${JSON.stringify(setting)}`, { cause: error });
    }
    slowest = Math.max(slowest, performance.now() - start);
  }
  if (process.env.SESSIONSCOPE_FUZZ_INPUTS !== undefined) console.log('set-cookie', counts, `slowest ${slowest.toFixed(1)} ms`);
  expect(slowest).toBeLessThan(SLOWEST);
  expect(Math.min(...Object.values(counts))).toBeGreaterThan(0);
}, 600_000);

const newStores = (): readonly CookieStore[] => [new CookieStore('chromium'), new CookieStore('firefox')];

/** A request by a page of one site or another, of any kind. */
function contextOf(url: string, index: number, random: (below: number) => number): RequestContext {
  const sites = ['none', 'same-origin', 'same-site', 'cross-site', 'unknown'] as const;
  return {
    url,
    at: Date.UTC(2026, 10, 21) + index * 1000,
    method: random(2) === 0 ? 'GET' : 'POST',
    site: sites[random(sites.length)] ?? 'none',
    topLevel: random(3) > 0,
    topLevelSite: [null, 'https://example.org', 'https://example.com'][random(3)] ?? null,
    credentials: [true, true, null, false][random(4)] ?? null,
    storageAccess: ([null, 'none', 'active'] as const)[random(3)] ?? null,
  };
}
