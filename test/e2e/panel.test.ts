import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemo } from '../../demo/server.mjs';
import type { PanelDriver } from '../../scripts/browsers/panel-driver.ts';
import { until } from '../../scripts/browsers/wait.mjs';
import { enterSecret, forgetSecret, openRow, shownRows, waitForRow, waitForRows } from './panel-actions.ts';
import { browserName, launchPanel, lookAround, savePicture } from './target.ts';

const cookie = '_demo_session';
/** For what the panel shows as soon as it has drawn. */
const SOON = { timeout: 5_000 };

describe(`the panel, in ${browserName}`, () => {
  let demo: Awaited<ReturnType<typeof startDemo>>;
  let driver: PanelDriver;
  const selected = () =>
    driver.panel(() => document.querySelector<HTMLElement>('[data-testid=row][aria-selected=true]')?.dataset.rowId ?? null);
  const grid = '[role=grid]';

  beforeAll(async () => {
    demo = await startDemo({ port: 0 });
    driver = await launchPanel({ mapTestHosts: false });
    await driver.resizePanel(1200, 700);
  });
  afterAll(async () => {
    expect(await driver.problems()).toEqual([]);
    await driver.close();
    await demo.stop();
  });

  test('says what to do while nothing is recorded, and its button reloads the page', async () => {
    await expect.poll(() => driver.text('[data-testid=empty]'), SOON).toContain('Reload the page');
    await savePicture(driver, 'empty');
    await driver.goto(`${demo.url}/missing-httponly`);
    await waitForRow(driver, '/missing-httponly');
    await driver.click('[data-testid=clear]');
    await driver.click('[data-testid=empty] button');
    await waitForRow(driver, '/missing-httponly');
  });

  test('works by keyboard: up and down, Enter, tabs by arrow, Escape', async () => {
    await driver.goto(`${demo.url}/sign_in`);
    await lookAround();
    await driver.page(() => document.querySelector<HTMLFormElement>('form')?.submit());
    await waitForRows(driver, 2, cookie);
    const ids = (await shownRows(driver)).map((row) => row.id);
    await driver.press(grid, 'Home');
    await expect.poll(selected, SOON).toBe(ids[0]);
    await driver.press(grid, 'ArrowDown');
    await expect.poll(selected, SOON).toBe(ids[1]);
    await driver.press(grid, 'End');
    await expect.poll(selected, SOON).toBe(ids.at(-1));
    await driver.press(grid, 'Enter');
    await driver.waitFor('the details', () => !!document.querySelector('[data-testid=details]'));
    await driver.press('[data-testid=tab-session]', 'ArrowRight');
    await expect.poll(() => driver.panel(() => document.activeElement?.getAttribute('data-testid')), SOON).toBe('tab-diff');
    await driver.press(null, 'Escape');
    await driver.waitFor('the details to close', () => !document.querySelector('[data-testid=details]'));
    await expect.poll(selected, SOON).toBe(ids.at(-1));
  });

  test('keeps the selection while rows come and a filter hides and shows them', async () => {
    const before = await selected();
    await driver.fill('[data-testid=filter]', 'no such cookie');
    await expect.poll(() => driver.text('[data-testid=empty]'), SOON).toMatch(/filter/i);
    await driver.fill('[data-testid=filter]', cookie);
    await waitForRows(driver, 2, cookie);
    await driver.goto(`${demo.url}/near-limit`);
    await driver.fill('[data-testid=filter]', '');
    await waitForRow(driver, '/near-limit');
    await expect.poll(selected, SOON).toBe(before);
  });

  test('pauses the table alone: what comes meanwhile is there afterwards', async () => {
    await driver.click('[data-testid=pause]');
    const before = (await shownRows(driver)).length;
    await driver.goto(`${demo.url}/missing-samesite`);
    await driver.waitFor('the count of what came', () =>
      /[1-9]\d* new/.test(document.querySelector('[data-testid=pause]')?.textContent ?? ''),
    );
    expect(await shownRows(driver)).toHaveLength(before);
    await driver.click('[data-testid=pause]');
    await waitForRow(driver, '/missing-samesite');
  });

  test('Preserve log off hides the rows of earlier pages, and on shows them again', async () => {
    const before = (await shownRows(driver)).length;
    await driver.click('[data-testid=preserve-log]');
    await driver.goto(`${demo.url}/readable-session`);
    await driver.waitFor('the newest page alone', () => {
      const paths = [...document.querySelectorAll('[data-testid=cell-path]')].map((cell) => cell.textContent);
      return paths.length > 0 && paths.every((path) => path === '/readable-session');
    });
    await driver.click('[data-testid=preserve-log]');
    await until('all rows', async () => (await shownRows(driver)).length > before);
  });

  test.each([
    { page: '/missing-httponly', finding: 'missing-httponly', severity: 'error' },
    { page: '/missing-samesite', finding: 'missing-samesite', severity: 'warning' },
    { page: '/readable-session', finding: 'readable-session', severity: 'error' },
    { page: '/samesite-none-insecure', finding: 'samesite-none-insecure', severity: 'error' },
    { page: '/record-snapshot', finding: 'record-snapshot', severity: 'warning' },
    { page: '/refused', finding: 'cookie-refused', severity: 'error' },
    { page: '/near-limit', finding: 'near-limit', severity: 'warning' },
  ])('shows $finding on the demo page that provokes it, with the lines that mend it', async ({ page, finding, severity }) => {
    await enterSecret(driver, demo.secret, { label: 'demo' });
    await driver.click('[data-testid=clear]');
    await driver.goto(`${demo.url}${page}`);
    await waitForRows(driver, 1);
    const name = (await shownRows(driver))[0]?.cookie ?? '';
    await openRow(driver, name);
    await driver.click('[data-testid=tab-findings]');
    await until(finding, () => driver.panel((kind) => !!document.querySelector(`[data-testid=finding][data-kind=${kind}]`), finding));
    const shown = await driver.panel((kind) => {
      const item = document.querySelector<HTMLElement>(`[data-testid=finding][data-kind=${kind}]`);
      return { severity: item?.dataset.severity, text: item?.textContent ?? '' };
    }, finding);
    expect(shown.severity).toBe(severity);
    expect(shown.text).toMatch(/session|cookies/);
    await forgetSecret(driver);
  });

  test('the page of a finding opens in a tab, without a connection', async () => {
    await driver.goto(`${demo.url}/missing-httponly`);
    await waitForRow(driver, '/missing-httponly');
    await openRow(driver, (await shownRows(driver)).at(-1)?.cookie ?? '');
    await driver.click('[data-testid=tab-findings]');
    await driver.click('[data-kind=missing-httponly] [data-testid=docs-link]');
    await driver.inTab('/docs/findings/missing-httponly.html', async (tab) => {
      expect(await tab.text('h1')).toBe('missing-httponly');
    });
  });

  test.each([400, 700, 2000])('fits into %i px, light and dark, with the details open', async (width) => {
    await enterSecret(driver, demo.secret, { label: 'demo' });
    await driver.resizePanel(width, 700);
    for (const theme of ['light', 'dark'] as const) {
      await driver.setTheme(theme);
      for (const tab of ['session', 'diff', 'size', 'cookie', 'findings', 'raw']) {
        await driver.click(`[data-testid=tab-${tab}]`);
        await expect.poll(() => beyondTheEdge(driver), { ...SOON, message: `${theme} ${tab}` }).toEqual([]);
        await savePicture(driver, `${width}-${theme}-${tab}`);
      }
    }
    await forgetSecret(driver);
  });
});

/** Whatever makes the document scroll sideways. */
function beyondTheEdge(driver: PanelDriver): Promise<readonly string[]> {
  return driver.panel(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const beyond = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > clientWidth);
    return beyond.map((element) => `${element.className} ends at ${element.getBoundingClientRect().right} of ${clientWidth}`);
  });
}
