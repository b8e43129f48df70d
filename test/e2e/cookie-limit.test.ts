import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../scripts/browsers/launch.mjs';
import type { PanelDriver } from '../../scripts/browsers/panel-driver.ts';
import { CookieStore } from '../../src/core/cookies/cookie-store.ts';
import { parseSetCookie } from '../../src/core/cookies/set-cookie.ts';
import { startRefusalServer } from './refusal-server.ts';
import { browserName, extension } from './target.ts';

const numbered = (name: string, from: number, to: number, attributes = ''): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `${name}${from + index}=v; Path=/${attributes}`);

/** What is left of each kind, by the number of the first and the last: `c32-200`. */
type Left = readonly string[];

/**
 * What real browsers keep of one site's cookies (Chromium 156, Firefox 153). In both, the 181st makes 31 go, so that 150 are left, and
 * the store fills up again: of 200, 169 are left. Those without Secure go first, then the least recently used; a cookie that is sent counts
 * as used only when its last use was a minute ago, one that is set anew always. Session or lasting is all the same. In Chromium a
 * new cookie without Secure may go at once, and others with Secure along with it; in Firefox those without Secure go alone as long as
 * there is one, and without any a new one without Secure is refused.
 */
const CASES: readonly (readonly [reason: string, lines: readonly string[], inChromium: Left, inFirefox: Left])[] = [
  ['180 all stay', numbered('c', 1, 180), ['c1-180'], ['c1-180']],
  ['one more makes 31 go', numbered('c', 1, 181), ['c32-181'], ['c32-181']],
  ['200, the store filled up again', numbered('c', 1, 200), ['c32-200'], ['c32-200']],
  ['Secure stays', [...numbered('s', 1, 100, '; Secure'), ...numbered('n', 1, 100)], ['s1-100', 'n32-100'], ['s1-100', 'n32-100']],
  [
    'few without Secure among many with it',
    [...numbered('s', 1, 175, '; Secure'), ...numbered('n', 1, 25)],
    ['s26-175', 'n7-25'],
    ['s1-175', 'n21-25'],
  ],
  [
    'many without Secure that are newer',
    [...numbered('s', 1, 140, '; Secure'), ...numbered('n', 1, 41)],
    ['s1-140', 'n32-41'],
    ['s1-140', 'n32-41'],
  ],
  ['one without Secure after 180 with it', [...numbered('s', 1, 180, '; Secure'), ...numbered('n', 1, 1)], ['s31-180'], ['s1-180']],
];

describe(`how many cookies of a site are kept, in ${browserName}`, () => {
  const paths = CASES.map((_, index) => `/case-${index}`);
  let server: Awaited<ReturnType<typeof startRefusalServer>>;
  let driver: PanelDriver;

  beforeAll(async () => {
    server = await startRefusalServer(new Map(CASES.map(([, lines], index) => [paths[index] ?? '', { lines }])));
    driver = await launchBrowser(browserName, { extension, ignoreCertificateErrors: true, devtools: false });
  });
  afterAll(async () => {
    await driver?.close();
    server?.stop();
  });

  test.each(CASES.map((row, index) => [row[0], index] as const))('%s', async (_, index) => {
    const [, lines = [], inChromium, inFirefox] = CASES[index] ?? [];
    const origin = `https://limit-${index}.test`;
    const url = server.url(origin, paths[index] ?? '');
    await driver.goto(url);
    const held = (await driver.cookies()).filter((cookie) => origin.endsWith(`/${cookie.domain}`)).map(({ name }) => name);
    const left = (browserName === 'firefox' ? inFirefox : inChromium) ?? [];
    expect(spans(held).toSorted()).toEqual(left.toSorted());

    const model = new CookieStore(browserName);
    const context = {
      url,
      at: Date.now(),
      method: 'GET',
      site: 'none',
      topLevel: true,
      topLevelSite: origin,
      credentials: true,
      storageAccess: null,
    } as const;
    for (const line of lines) model.set(parseSetCookie(line), context);
    expect(spans([...model].map(({ name }) => name)).toSorted()).toEqual(spans(held).toSorted());
  });
});

/** `c32-200` for c32 up to c200; a gap would begin another span. */
function spans(names: readonly string[]): string[] {
  const numbers = new Map<string, string[]>();
  for (const name of names) {
    const kind = name.replace(/\d+/, '');
    numbers.set(kind, [...(numbers.get(kind) ?? []), name]);
  }
  return [...numbers].flatMap(([kind, all]) => {
    const sorted = all.map((name) => Number(name.slice(kind.length))).sort((a, b) => a - b);
    const starts = sorted.filter((number, index) => sorted[index - 1] !== number - 1);
    const ends = sorted.filter((number, index) => sorted[index + 1] !== number + 1);
    return starts.map((start, index) => `${kind}${start}-${ends[index]}`);
  });
}
