import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sealSession } from '../../demo/rails-session.mjs';
import type { PanelDriver } from '../../scripts/browsers/panel-driver.ts';
import { servePage } from './page-server.ts';
import { enterSecret, openRow, shownRows, waitForRow } from './panel-actions.ts';
import { browserName, launchPanel, savePicture } from './target.ts';

/** For what the panel shows as soon as it has drawn, and the worker has answered. */
const SOON = { timeout: 5_000 };

const secret = randomBytes(64).toString('hex');
const seal = (session: Record<string, unknown>) => sealSession(session, { secret, name: '_shop_session' });
const empty = seal({ session_id: 'a1' });
const full = seal({ session_id: 'a1', cart: { items: ['blue shoes'] } });

const PAGES: Record<string, { readonly cookies: readonly string[]; readonly status?: number }> = {
  '/empty': { cookies: [`_shop_session=${empty}; path=/; HttpOnly; SameSite=Lax`, 'theme=dark; path=/'] },
  '/full': { cookies: [`_shop_session=${full}; path=/; HttpOnly; SameSite=Lax`] },
  '/large': { cookies: [`large=${'x'.repeat(4200)}; path=/`], status: 404 },
};

describe(`the filter, in ${browserName}`, () => {
  let server: Awaited<ReturnType<typeof servePage>>;
  let driver: PanelDriver;

  beforeAll(async () => {
    server = await servePage((request, response) => {
      const page = PAGES[new URL(request.url ?? '/', 'http://app.test').pathname];
      response.statusCode = page?.status ?? 200;
      if (page !== undefined) response.setHeader('Set-Cookie', page.cookies);
      response.setHeader('Content-Type', 'text/html');
      response.end('<h1>Shop</h1>');
    });
    driver = await launchPanel();
    await driver.resizePanel(1200, 700);
    for (const path of Object.keys(PAGES)) {
      await driver.goto(`${server.url}${path}`);
      await waitForRow(driver, path);
    }
  });
  afterAll(async () => {
    expect(await driver.problems()).toEqual([]);
    await driver.close();
    server.stop();
  });

  const filter = '[data-testid=filter]';
  const rows = async () => (await shownRows(driver)).map(({ cookie, path }) => `${path} ${cookie}`).sort();
  const texts = (testid: string) =>
    driver.panel((css) => [...document.querySelectorAll(css)].map((element) => element.textContent ?? ''), `[data-testid=${testid}]`);
  const value = () => driver.panel(() => document.querySelector<HTMLInputElement>('[data-testid=filter]')?.value);
  const showing = (...wanted: readonly string[]) => expect.poll(rows, SOON).toEqual(wanted);

  test('is completed by keyboard, tokens and then the values that occur', async () => {
    await driver.press('[role=grid]', '/');
    await driver.waitFor('the focus in the filter', () => document.activeElement?.getAttribute('role') === 'combobox');
    await driver.type(filter, 'co');
    await expect.poll(() => texts('filter-option'), SOON).toEqual([expect.stringContaining('cookie:')]);
    await driver.press(filter, 'Tab');
    await expect.poll(value, SOON).toBe('cookie:');
    await expect.poll(() => texts('filter-option'), SOON).toEqual(['_shop_session2', 'large1', 'theme1']);
    await savePicture(driver, 'filter-completion');
    await driver.press(filter, 'ArrowDown');
    await driver.press(filter, 'ArrowDown');
    expect(
      await driver.panel(
        () => document.getElementById(document.activeElement?.getAttribute('aria-activedescendant') ?? '')?.textContent ?? null,
      ),
    ).toBe('large1');
    await driver.press(filter, 'Enter');
    await expect.poll(value, SOON).toBe('cookie:large ');
    await showing('/large large');
  });

  test('closes its list by Escape first, and is emptied by the next', async () => {
    await driver.fill(filter, 'status:');
    await driver.waitFor('the list', () => document.querySelector('[data-testid=filter-list]'));
    await driver.press(filter, 'Escape');
    await driver.waitFor('no list', () => !document.querySelector('[data-testid=filter-list]'));
    expect(await value()).toBe('status:');
    await driver.press(filter, 'Escape');
    await expect.poll(value, SOON).toBe('');
  });

  test.each([
    ['status:4xx', ['/large large']],
    ['size:>3500', ['/large large']],
    ['event:refused', ['/large large']],
    ['-cookie:large -cookie:theme', ['/empty _shop_session', '/full _shop_session']],
    ['is:session path:/full', ['/full _shop_session']],
    ['method:post', []],
    ['dark', ['/empty theme']],
  ])('“%s” leaves what it says', async (text, left) => {
    await driver.fill(filter, text);
    await showing(...left);
  });

  test('says what it does not understand, and hides nothing by it', async () => {
    await driver.fill(filter, 'size:>abc cookie:theme');
    await expect.poll(() => driver.text('[data-testid=filter-fault]'), SOON).toContain('“>abc” is no size');
    expect(await driver.panel((css) => document.querySelector(css)?.getAttribute('aria-invalid'), filter)).toBe('true');
    await showing('/empty theme');
  });

  test('shows its terms as chips that can be removed', async () => {
    await driver.fill(filter, 'is:session path:/full dark ');
    await expect.poll(() => texts('filter-chip'), SOON).toEqual(['is:session', 'path:/full', 'dark']);
    await showing();
    await savePicture(driver, 'filter-chips');
    await driver.click('[data-testid=filter-chip]:last-child [data-testid=filter-chip-remove]');
    await expect.poll(value, SOON).toBe('is:session path:/full');
    await showing('/full _shop_session');
    await driver.click('[data-testid=filter-chip] button');
    await expect.poll(value, SOON).toBe('path:/full');
    await driver.fill(filter, 'a b ');
    await driver.click('[data-testid=filter-clear-all]');
    await expect.poll(value, SOON).toBe('');
  });

  test('looks into opened sessions, for keys and for text', async () => {
    await driver.fill(filter, 'key:cart');
    await showing();
    await enterSecret(driver, secret);
    await showing('/full _shop_session');
    await driver.fill(filter, '"blue shoes"');
    await showing('/full _shop_session');
    await driver.fill(filter, '-shoes cookie:session');
    await showing('/empty _shop_session');
    await driver.goto(`${server.url}/full`);
    await driver.fill(filter, 'shoes');
    await showing('/full _shop_session', '/full _shop_session');
  });

  test('completes every key that an opened session holds', async () => {
    await driver.fill(filter, '');
    await driver.type(filter, 'key:');
    await expect.poll(() => texts('filter-option'), SOON).toEqual([expect.stringMatching(/^session_id\d/), 'cart2', 'items2']);
    await driver.press(filter, 'Escape');
    await driver.fill(filter, '');
  });

  test('has a switch for is:session, and both say the same', async () => {
    const on = () => driver.panel(() => document.querySelector('[data-testid=session-only]')?.getAttribute('aria-checked'));
    await driver.fill(filter, 'path:/empty');
    await driver.click('[data-testid=session-only]');
    await expect.poll(value, SOON).toBe('is:session path:/empty');
    expect(await on()).toBe('true');
    await showing('/empty _shop_session');
    await driver.fill(filter, 'path:/empty');
    await expect.poll(on, SOON).toBe('false');
    await driver.fill(filter, '');
  });

  test('is kept per view, with one syntax', async () => {
    await driver.fill(filter, 'cookie:theme');
    await driver.click('[data-testid=tab-cookies]');
    await expect.poll(value, SOON).toBe('');
    const names = () =>
      driver.panel(() => [...document.querySelectorAll<HTMLElement>('[data-testid=cookie-row]')].map((row) => row.dataset.cookie));
    await driver.fill(filter, 'key:cart');
    await expect.poll(names, SOON).toEqual(['_shop_session']);
    await driver.fill(filter, 'size:>3500');
    await expect.poll(names, SOON).toEqual(['large']);
    await driver.click('[data-testid=tab-responses]');
    await expect.poll(value, SOON).toBe('cookie:theme');
    await showing('/empty theme');
    await driver.click('[data-testid=tab-cookies]');
    await expect.poll(value, SOON).toBe('size:>3500');
    await driver.click('[data-testid=tab-responses]');
    await driver.fill(filter, '');
  });

  test('has a counterpart in the details: Control+f there marks a text and steps through its places', async () => {
    await openRow(driver, 'theme');
    await driver.click('[data-testid=tab-raw]');
    await driver.press('[data-testid=tab-raw]', 'Control+f');
    await driver.type('[data-testid=details-find-text]', 'THEME');
    const place = () => driver.text('[data-testid=details-find-count]');
    await expect.poll(place, SOON).toMatch(/^1 of \d+$/);
    const count = Number((await place())?.split(' ').at(-1));
    expect(count).toBeGreaterThan(0);
    const marked = () =>
      driver.panel(() => ['find', 'find-current'].map((name) => [...(CSS.highlights.get(name) ?? [])].map(String).join(' ')));
    expect(await marked()).toEqual([Array.from({ length: count }, () => 'theme').join(' '), 'theme']);
    await savePicture(driver, 'details-find');
    await driver.press('[data-testid=details-find-text]', 'Shift+Enter');
    await expect.poll(place, SOON).toBe(`${count} of ${count}`);
    await driver.press('[data-testid=details-find-text]', 'Enter');
    await expect.poll(place, SOON).toBe(`1 of ${count}`);
    await driver.click('[data-testid=tab-cookie]');
    await expect.poll(place, SOON).toMatch(/^1 of /);
    await driver.press('[data-testid=details-find-text]', 'Escape');
    await driver.waitFor('nothing to be marked', () => !CSS.highlights.has('find') && document.querySelector('[data-testid=details]'));
    await openRow(driver, '_shop_session');
    await driver.click('[data-testid=tab-session]');
    await driver.waitFor('the tree', () => document.querySelector('[data-testid=tree-search]'));
    await driver.press('[data-testid=tab-session]', 'Control+f');
    await driver.waitFor('the search of the tree', () => document.activeElement?.matches('[data-testid=tree-search]'));
    await driver.press('[role=grid]', 'Control+f');
    await driver.waitFor('the filter', () => document.activeElement?.matches('[data-testid=filter]'));
  });
});
