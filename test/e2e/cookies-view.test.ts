import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PanelDriver } from '../../scripts/browsers/panel-driver.ts';
import { servePage } from './page-server.ts';
import { waitForRow } from './panel-actions.ts';
import { browserName, launchPanel, savePicture } from './target.ts';

/** For what the panel shows as soon as it has drawn. */
const SOON = { timeout: 5_000 };

const PAGES: Record<string, readonly string[]> = {
  '/one': [
    '_shop_session=first-value; path=/; HttpOnly; SameSite=Lax',
    'theme=dark-value; path=/; Max-Age=315360000',
    '=1+1; path=/shop; Domain=app.test; Max-Age=1209600',
  ],
  '/three': Array.from({ length: 40 }, (_, index) => `more-${index}=1; path=/`),
  '/two': ['_shop_session=second-value; path=/; SameSite=Lax', `large=${'x'.repeat(4200)}; path=/`],
};

describe(`the Cookies view, in ${browserName}`, () => {
  const downloads = mkdtempSync(join(tmpdir(), 'sessionscope-downloads-'));
  let server: Awaited<ReturnType<typeof servePage>>;
  let driver: PanelDriver;

  beforeAll(async () => {
    server = await servePage((request, response) => {
      const cookies = PAGES[new URL(request.url ?? '/', 'http://app.test').pathname];
      if (cookies !== undefined) response.setHeader('Set-Cookie', cookies);
      response.setHeader('Content-Type', 'text/html');
      response.end('<h1>Shop</h1>');
    });
    driver = await launchPanel({ prefs: downloadsTo(downloads) });
    await driver.resizePanel(1200, 700);
  });
  afterAll(async () => {
    expect(await driver.problems()).toEqual([]);
    await driver.close();
    server.stop();
    rmSync(downloads, { recursive: true, force: true });
  });

  const names = () =>
    driver.panel(() => [...document.querySelectorAll<HTMLElement>('[data-testid=cookie-row]')].map((row) => row.dataset.cookie ?? ''));
  const cell = (name: string, column: string) => `[data-testid=cookie-row][data-cookie="${name}"] [data-testid=cookie-cell-${column}]`;
  const label = (name: string, column: string) =>
    driver.panel((css) => document.querySelector(`${css} .visually-hidden`)?.textContent ?? null, cell(name, column));

  test('says what to do while no cookie is there', async () => {
    await driver.click('[data-testid=tab-cookies]');
    await expect.poll(() => driver.text('[data-testid=empty]'), SOON).toContain('Reload the page');
    await savePicture(driver, 'cookies-empty');
    await driver.click('[data-testid=tab-responses]');
  });

  test('has one row per cookie, and counts where responses differ', async () => {
    await driver.goto(`${server.url}/one`);
    await waitForRow(driver, '/one');
    await driver.goto(`${server.url}/two`);
    await waitForRow(driver, '/two');
    await driver.press('[data-testid=tab-responses]', 'ArrowRight');
    await expect.poll(names, SOON).toEqual(['_shop_session', '', 'large', 'theme']);
    expect(await label('_shop_session', 'httpOnly')).toBe('HttpOnly is set in 1 of 2 responses');
    expect(await label('_shop_session', 'set')).toMatch(/^Set 2 times/);
    expect(await label('', 'domain')).toBe('Sent to app.test and all its subdomains');
    expect(await label('large', 'sizeMost')).toMatch(/4,205 bytes.*over the limit/);
    expect(await driver.text('[data-testid=tab-cookies]')).toContain('4');
  });

  test('shows the responses that decided a cell, and each leads to its row', async () => {
    await driver.click(cell('_shop_session', 'httpOnly'));
    await driver.waitFor('two responses', () => document.querySelectorAll('[data-testid=evidence-row]').length === 2);
    expect(await driver.text('[data-testid=evidence-row]')).toMatch(/GET \/twonot set$/);
    await driver.click('[data-testid=evidence-row] .link');
    await driver.waitFor('the row in Responses', () => {
      const row = document.querySelector<HTMLElement>('[data-testid=row][aria-selected=true]');
      return row?.dataset.cookie === '_shop_session' && row.textContent?.includes('/two');
    });
    await driver.waitFor('the focus in Responses', () => document.activeElement?.getAttribute('aria-label') === 'Responses');
    await driver.waitFor('its Cookie tab', () => document.querySelector('[data-testid=tab-cookie][aria-selected=true]'));
    await driver.click('[data-testid=tab-cookies]');
  });

  test('works by keyboard: arrows, Enter on a cell, Escape, Enter on a head to sort', async () => {
    const grid = '[role=grid]';
    const active = () =>
      driver.panel(
        () => document.getElementById(document.querySelector('[role=grid]')?.getAttribute('aria-activedescendant') ?? '')?.dataset.testid,
      );
    await driver.press(grid, 'Escape');
    await driver.waitFor('the details to close', () => !document.querySelector('[data-testid=cell-details]'));
    await driver.press(grid, 'Control+Home');
    await expect.poll(active, SOON).toBe('cookie-head-name');
    await driver.press(grid, 'Enter');
    await expect.poll(names, SOON).toEqual(['', '_shop_session', 'large', 'theme']);
    expect(await driver.panel(() => document.querySelector('[data-testid=cookie-head-name]')?.getAttribute('aria-sort'))).toBe('ascending');
    await driver.press(grid, 'ArrowDown');
    await driver.press(grid, 'ArrowDown');
    await driver.press(grid, 'End');
    await expect.poll(active, SOON).toBe('cookie-cell-findings');
    await driver.press(grid, 'Enter');
    await driver.waitFor('a finding with its remedy', () =>
      document.querySelector('[data-testid=cookie-finding] [data-testid=finding] h4'),
    );
    await savePicture(driver, 'cookies-findings');
    await driver.press(grid, 'Escape');
    for (const _ of ['descending', 'default']) await driver.click('[data-testid=cookie-head-name]');
    await expect.poll(names, SOON).toEqual(['_shop_session', '', 'large', 'theme']);
  });

  test('the first key acts at once, and columns are chosen and remembered', async () => {
    await driver.reloadPanel();
    await waitForRow(driver, '/two');
    await driver.click('[data-testid=tab-cookies]');
    await expect.poll(names, SOON).toHaveLength(4);
    const active = () =>
      driver.panel(
        () => document.getElementById(document.querySelector('[role=grid]')?.getAttribute('aria-activedescendant') ?? '')?.dataset.testid,
      );
    await driver.press('[role=grid]', 'End');
    await expect.poll(active, SOON).toBe('cookie-cell-findings');
    const heads = () =>
      driver.panel(() => [...document.querySelectorAll('[role=columnheader]')].map((head) => head.getAttribute('aria-colindex') ?? ''));
    const all = Array.from({ length: 12 }, (_, index) => String(index + 1));
    await expect.poll(heads, SOON).toEqual(all);
    // By keyboard, and not taken for a key of the table.
    await driver.press('[data-testid=columns]', 'Enter');
    await driver.waitFor('the menu', () => document.querySelector('[data-testid=menu-path]'));
    await driver.click('[data-testid=menu-path]');
    await driver.click('[data-testid=menu-lifetime]');
    await driver.press('[data-testid=menu]', 'Escape');
    const left = all.filter((index) => index !== '3' && index !== '7');
    await expect.poll(heads, SOON).toEqual(left);
    await savePicture(driver, 'cookies-columns');
    await driver.reloadPanel();
    await waitForRow(driver, '/two');
    await driver.click('[data-testid=tab-cookies]');
    await expect.poll(heads, SOON).toEqual(left);
    await driver.click('[data-testid=columns]');
    await driver.click('[data-testid=menu-reset]');
    await expect.poll(heads, SOON).toEqual(all);
  });

  test('keeps a filter of its own', async () => {
    await driver.fill('[data-testid=filter]', 'theme');
    await expect.poll(names, SOON).toEqual(['theme']);
    await driver.click('[data-testid=tab-responses]');
    await waitForRow(driver, '/two');
    await driver.click('[data-testid=tab-cookies]');
    await expect.poll(names, SOON).toEqual(['theme']);
    await driver.fill('[data-testid=filter]', '');
  });

  test('copies the table as Markdown', async () => {
    await keepWhatIsCopied(driver);
    await driver.click('[data-testid=copy-markdown]');
    await driver.waitFor('the confirmation', () => document.querySelector('[data-testid=copy-markdown]')?.textContent?.includes('Copied'));
    const text = (await driver.panel(() => document.documentElement.dataset.copied)) ?? '';
    expect(text).toContain('| \\_shop\\_session | app.test | this host | / |');
    expect(text).not.toContain('-value');
  });

  test.each([
    { button: 'export-csv', file: 'sessionscope-cookies.csv', holds: '_shop_session,app.test,this host,/' },
    { button: 'export-json', file: 'sessionscope-cookies.json', holds: '"schema": "sessionscope.cookies/1"' },
  ])('saves $file, without cookie values', async ({ button, file, holds }) => {
    await driver.click(`[data-testid=${button}]`);
    const path = join(downloads, file);
    await expect.poll(() => existsSync(path) && readFileSync(path, 'utf8'), { timeout: 10_000 }).toContain(holds);
    expect(readFileSync(path, 'utf8')).not.toContain('-value');
  });

  test('the column that is active stays in sight when the details open beside the table, and nothing else moves it', async () => {
    await driver.resizePanel(800, 700);
    const inSight = () =>
      driver.panel(() => {
        const cell = document.querySelector('.cell-active')?.getBoundingClientRect();
        const names = document.querySelector('.cookies-table [data-testid=cookie-head-name]')?.getBoundingClientRect();
        const table = document.querySelector('.cookies-table')?.getBoundingClientRect();
        return cell && names && table && cell.left >= names.right - 1 && cell.right <= table.right + 1;
      });
    /** Of a table that stands aside, whether its names are where they were. */
    const namesStick = () =>
      driver.panel(() => {
        const table = document.querySelector('.cookies-table');
        const all = [...document.querySelectorAll('[data-testid=cookie-row] .cookie-cell-name')];
        const { x } = table?.getBoundingClientRect() ?? { x: 0 };
        return (table?.scrollLeft ?? 0) > 0 && all.length > 0 && all.every((name) => name.getBoundingClientRect().x === x);
      });
    const details = () => driver.text('[data-testid=cell-details]');
    await driver.click('[data-testid=cookie-head-name]');
    await driver.press('[role=grid]', 'ArrowDown');
    for (const open of [() => driver.press('[role=grid]', 'Enter'), () => driver.click(cell('_shop_session', 'findings'))]) {
      await driver.press('[role=grid]', 'End');
      await expect.poll(inSight, SOON).toBe(true);
      await open();
      await expect.poll(details, SOON).not.toBeNull();
      await expect.poll(inSight, SOON).toBe(true);
      await savePicture(driver, 'cookies-findings-800');
      await driver.press('[role=grid]', 'Escape');
      await expect.poll(details, SOON).toBeNull();
    }
    await driver.press('[role=grid]', 'End');
    const timesSet = () => driver.text(cell('_shop_session', 'set'));
    const before = await timesSet();
    await driver.goto(`${server.url}/two`);
    await expect.poll(timesSet, SOON).not.toBe(before);
    expect(await namesStick()).toBe(true);
    const left = () => driver.panel(() => document.querySelector('.cookies-table')?.scrollLeft);
    await driver.panel(async () => {
      // Closing the details has come to rest.
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      document.querySelector('.cookies-table')?.scrollTo(0, 0);
    });
    await driver.goto(`${server.url}/three`);
    await expect.poll(names, SOON).toContain('more-0');
    await driver.resizePanel(790, 700);
    expect(await left()).toBe(0);
  });

  test.each([320, 700, 1600])('fits into %i px, light and dark', async (width) => {
    await driver.resizePanel(width, 700);
    for (const theme of ['light', 'dark'] as const) {
      await driver.setTheme(theme);
      const beyond = () => driver.panel(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      await expect.poll(beyond, { ...SOON, message: theme }).toBe(0);
      await savePicture(driver, `cookies-${width}-${theme}`);
    }
  });
});

/** Profile settings that save files there without asking. */
function downloadsTo(folder: string): Readonly<Record<string, unknown>> {
  if (browserName === 'firefox') return { 'browser.download.folderList': 2, 'browser.download.dir': folder };
  return { download: { default_directory: folder, prompt_for_download: false } };
}

/** The clipboard of a machine without a screen is not to be read: what the panel writes is kept beside. */
async function keepWhatIsCopied(driver: PanelDriver): Promise<void> {
  await driver.panel(() => {
    const write = navigator.clipboard.writeText.bind(navigator.clipboard);
    navigator.clipboard.writeText = (text) => {
      document.documentElement.dataset.copied = text;
      return write(text);
    };
  });
}
