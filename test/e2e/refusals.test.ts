import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserCookie, PanelDriver } from '../../scripts/browsers/panel-driver.ts';
import { parseSetCookie } from '../../src/core/cookies/set-cookie.ts';
import { shownFates } from './panel-storage.ts';
import { type Fate, type Line, REFUSAL_PAGES, type RefusalPage } from './refusal-pages.ts';
import { startRefusalServer } from './refusal-server.ts';
import { browserName, launchPanel, lookAround } from './target.ts';

/** Name and value as one text: the browsers differ in which of the two `token` alone is. */
const joined = ({ name, value }: { readonly name: string; readonly value: string }): string => [name, value].filter(Boolean).join('=');

/** The browsers' stores show bytes as UTF-8; a parsed line has one character per byte. */
const decoded = (bytes: string): string => Buffer.from(bytes, 'latin1').toString();
const short = ([line]: Line): string => line.slice(0, 60);

const fateOf = ([, fate, inFirefox = fate]: Line): Fate => (browserName === 'firefox' ? inFirefox : fate);
const isKept = (fate: Fate): boolean => fate === 'created' || fate === 'replaced';

describe(`what becomes of each Set-Cookie line, in ${browserName}`, () => {
  let server: Awaited<ReturnType<typeof startRefusalServer>>;
  let driver: PanelDriver;

  beforeAll(async () => {
    const pages = REFUSAL_PAGES.map(({ path, lines, by }) => {
      return [path, { lines: lines.map(([line]) => line), credentials: typeof by === 'object' && by.fetch === 'include' }] as const;
    });
    server = await startRefusalServer(new Map(pages));
    driver = await launchPanel({ ignoreCertificateErrors: true });
    await driver.resizePanel(1200, 900);
  });
  afterAll(async () => {
    const problems = await driver?.problems();
    await driver?.close();
    server?.stop();
    expect(problems).toEqual([]);
  });

  async function visit({ origin, path, from, by }: RefusalPage): Promise<void> {
    const url = server.url(origin, path);
    if (from === undefined || by === undefined) return driver.goto(url);
    const start = server.url(from, '/start');
    if ((await driver.page(() => location.href)) !== start) await driver.goto(start);
    await lookAround();
    await driver.page(load, url, typeof by === 'string' ? by : 'fetch', typeof by === 'string' ? 'include' : by.fetch);
  }

  /** Whether each line's cookie is in the browser's store, with the line's value, on the line's site. */
  async function stored({ origin, lines }: RefusalPage): Promise<readonly boolean[]> {
    const site = new URL(origin).hostname.split('.').slice(-2).join('.');
    const here = (cookie: BrowserCookie) => `.${cookie.domain}`.endsWith(`.${site}`);
    const kept = new Set((await driver.cookies()).filter(here).map(joined));
    return lines.map(([line]) => kept.has(decoded(joined(parseSetCookie(line)))));
  }

  test.each(REFUSAL_PAGES)('$path: $reason', async (page) => {
    await visit(page);
    const kept = async () => (await stored(page)).map((is, index) => [short(page.lines[index] as Line), is]);
    // Not at once: in Firefox what `Max-Age=0` deletes may be there for a millisecond.
    await expect.poll(kept).toEqual(page.lines.map((line) => [short(line), isKept(fateOf(line))]));
    const wanted = page.lines.map((line) => [short(line), fateOf(line)]);
    const shown = async () => {
      const fates = await shownFates(driver, page.path, page.lines.length);
      return page.lines.map((line, index) => [short(line), fates[index]]);
    };
    // What a later request carries may still correct the first answer, and Firefox finds what it lost to `getHAR` some two seconds later.
    await expect.poll(shown, { timeout: 10_000 }).toEqual(wanted);
  });
});

/** Runs in the page; settles when the response has been dealt with. */
async function load(url: string, by: 'fetch' | 'image' | 'frame', credentials: RequestCredentials): Promise<void> {
  if (by === 'fetch') {
    await (await fetch(url, { credentials })).text();
    return;
  }
  const element = document.createElement(by === 'image' ? 'img' : 'iframe');
  const over = new Promise((resolve) => {
    element.addEventListener('load', resolve);
    element.addEventListener('error', resolve);
  });
  element.src = url;
  document.body.append(element);
  await over;
}
