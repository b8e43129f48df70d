import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PanelDriver } from '../../scripts/browsers/panel-driver.ts';
import { findRails, startRails } from '../../scripts/rails.mjs';
import { enterSecret, openRow, waitForRows } from './panel-actions.ts';
import { browserName, launchPanel, lookAround, savePicture } from './target.ts';

/** The worker tells the histories at most once a second. */
const SOON = { timeout: 10_000 };

const { rails, reason } = findRails();
if (!rails) console.log(`Not run, ${reason}`);
const cookie = '_shop_session';
const secret = randomBytes(64).toString('hex');

describe.runIf(rails || process.env.CI === 'true')(`the History view with real Rails ${rails?.version}, in ${browserName}`, () => {
  let app: Awaited<ReturnType<typeof startRails>>;
  let driver: PanelDriver;

  beforeAll(async () => {
    app = await startRails({ SECRET_KEY_BASE: secret, SESSION_KEY: cookie });
    driver = await launchPanel();
    await driver.resizePanel(1400, 700);
  });
  afterAll(async () => {
    expect(await driver?.problems()).toEqual([]);
    await driver?.close();
    await app?.stop();
  });

  /** What each line of the log says has happened, and in which keys. */
  const lines = () =>
    driver.panel(() =>
      [...document.querySelectorAll<HTMLElement>('[data-testid=version]')].map((line) => ({
        version: line.dataset.version ?? '',
        events: line.querySelector('[data-testid=version-events]')?.textContent ?? '',
        keys: line.querySelector('[data-testid=version-change]')?.textContent?.trim() ?? '',
        name: line.getAttribute('aria-label') ?? '',
      })),
    );
  const events = async () => (await lines()).map((line) => line.events);
  const version = (number: number) => `[data-testid=version][data-version=v${number}]`;
  const grid = '[role=grid]';
  const active = () =>
    driver.panel(
      () =>
        document.getElementById(document.querySelector('[role=grid]')?.getAttribute('aria-activedescendant') ?? '')?.dataset.version ??
        null,
    );
  const verdict = () => driver.text('[data-testid=version-details] [data-testid=diff-verdict]');

  test('says what to do while there is no session', async () => {
    await driver.click('[data-testid=tab-history]');
    await expect.poll(() => driver.text('[data-testid=empty]'), SOON).toContain('sign in');
    await savePicture(driver, 'history-empty');
  });

  test('grows a line per version while it shows, sealed', async () => {
    await driver.goto(`${app.url}/sign_in`);
    await expect.poll(events, SOON).toEqual(['new']);
    await lookAround();
    await driver.page(() => document.querySelector<HTMLFormElement>('form')?.submit());
    await expect.poll(events, SOON).toEqual(['new', 'sealed', 'sealed']);
    await lookAround();
    // Both carry the same version, and the one that ends last overwrites the other.
    await driver.page(async () => {
      const first = fetch('/write?key=first&value=1&delay=300');
      // So that the rows, which are sorted by when they began, have an order.
      await new Promise((resolve) => setTimeout(resolve, 50));
      await Promise.all([first, fetch('/write?key=second&value=1&delay=900')]);
    });
    await expect.poll(events, SOON).toEqual(['new', 'sealed', 'sealed', 'sealed', 'sealedforked']);
    expect((await lines())[4]?.name).toMatch(
      /^v5, .*; sealed, forked; From v3: \d+ bytes \(.*\), sealed; who is signed in is sealed; set by GET/,
    );
    await savePicture(driver, 'history-sealed');
  });

  test('two sealed versions are compared by their sizes', async () => {
    await driver.click(version(1));
    await driver.press(grid, 'c');
    await expect.poll(() => driver.text('[data-testid=history-hint]'), SOON).toContain('Compare with v1');
    await driver.press(grid, 'End');
    await expect.poll(active, SOON).toBe('v5');
    await driver.press(grid, 'Enter');
    await expect.poll(verdict, SOON).toMatch(/^Size and value changed, sealed: \d+ → \d+ bytes/);
    await driver.press(grid, 'Escape');
    await driver.waitFor('the details to close', () => !document.querySelector('[data-testid=version-details]'));
  });

  test('with the secret it tells who signed in, and which keys each version changed', async () => {
    await enterSecret(driver, secret);
    await expect.poll(events, SOON).toEqual(['new', 'signed inreset', 'changed', 'changed', 'changedforked']);
    const keys = (await lines()).map((line) => line.keys);
    expect(keys[1]).toContain('+user_id');
    expect(keys.slice(3)).toEqual(['+first', '+second']);
    expect((await lines())[3]?.name).toMatch(/From v3: \+first, .*user_id 42/);
    await savePicture(driver, 'history-opened');
  });

  test('by keyboard: the details follow, and tell what is different', async () => {
    await driver.press(grid, 'Home');
    await expect.poll(active, SOON).toBe('v1');
    await driver.press(grid, 'ArrowDown');
    await driver.press(grid, 'Enter');
    await driver.waitFor('the reset', () =>
      [...document.querySelectorAll<HTMLElement>('[data-testid=difference]')].some((line) => line.dataset.place === 'session_id'),
    );
    await expect.poll(() => driver.text('[data-testid=version-details]'), SOON).toContain('another session: it was reset');
    await savePicture(driver, 'history-details');
    for (const _ of [1, 2, 3]) await driver.press(grid, 'ArrowDown');
    await expect.poll(() => driver.text('[data-testid=version-details] h2'), SOON).toContain('v5');
    await driver.waitFor('the key that the other response did not know', () =>
      [...document.querySelectorAll<HTMLElement>('[data-testid=difference]')].some((line) => line.dataset.place === 'second'),
    );
  });

  test('any two can be compared: the branches of the lost update', async () => {
    await driver.panel((css) => {
      document.querySelector(css)?.dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true }));
    }, version(4));
    await expect.poll(() => driver.text('[data-testid=version-details] h2'), SOON).toContain('v4 compared with v5');
    const places = () =>
      driver.panel(() =>
        [...document.querySelectorAll<HTMLElement>('[data-testid=difference]')].map((line) => `${line.dataset.kind} ${line.dataset.place}`),
      );
    await expect.poll(places, SOON).toEqual(['added second', 'removed first']);
    await savePicture(driver, 'history-compared');
  });

  test('a response that set a version is a click away, with its Diff and its Size', async () => {
    await driver.click(version(2));
    // The differences come a moment later and move what stands below them.
    await expect.poll(() => driver.text('[data-testid=version-details]'), SOON).toContain('flash.notice');
    await driver.click('[data-testid=version-details] [data-testid=evidence-row] .link');
    await driver.waitFor('its Diff', () => !!document.querySelector('[data-testid=details] [data-testid=diff]'));
    await expect.poll(() => driver.text('[data-testid=details] [data-testid=diff]'), SOON).toContain('user_id');
    await savePicture(driver, 'history-diff-tab');
    await driver.click('[data-testid=tab-size]');
    await driver.waitFor('the bars', () => document.querySelectorAll('[data-testid=size-bar]').length > 2);
    expect(await driver.text('[data-testid=size-left]')).toMatch(/until the browser drops it/);
    await savePicture(driver, 'history-size-tab');
  });

  test('a rebuilt panel shows the same', async () => {
    await driver.reloadPanel();
    await waitForRows(driver, 5, cookie);
    await openRow(driver, cookie);
    await driver.click('[data-testid=tab-diff]');
    await expect.poll(() => driver.text('[data-testid=diff]'), SOON).toContain('second');
  });

  test('a filter of its own leaves the versions that it says, and is still there later', async () => {
    await driver.click('[data-testid=tab-history]');
    const listed = async () => (await lines()).map((line) => line.version);
    await expect.poll(listed, SOON).toHaveLength(5);
    await driver.press(grid, 'Enter');
    await expect.poll(() => driver.text('[data-testid=version-details] h2'), SOON).toContain('v1');
    await driver.press(grid, 'Escape');
    const filter = '[data-testid=filter]';
    await driver.fill(filter, 'event:forked');
    await expect.poll(listed, SOON).toEqual(['v5']);
    await expect.poll(() => driver.text('[data-testid=status]'), SOON).toContain('1 of 5 versions shown');
    await driver.fill(filter, 'user_id -event:forked ');
    await expect.poll(listed, SOON).toEqual(['v2', 'v3', 'v4']);
    await savePicture(driver, 'history-filtered');
    await driver.click('[data-testid=tab-responses]');
    await waitForRows(driver, 5, cookie);
    await driver.click('[data-testid=tab-history]');
    await expect.poll(listed, SOON).toEqual(['v2', 'v3', 'v4']);
    await driver.fill(filter, 'key:second');
    await expect.poll(listed, SOON).toEqual(['v5']);
    await driver.fill(filter, 'nothing-like-this');
    await expect.poll(() => driver.text('[data-testid=empty]'), SOON).toContain('No version passes');
    await driver.click('[data-testid=empty] button');
    await expect.poll(listed, SOON).toHaveLength(5);
  });

  test('Pause keeps new versions out, and without Preserve log those of earlier pages', async () => {
    await driver.click('[data-testid=tab-history]');
    await expect.poll(async () => (await lines()).length, SOON).toBe(5);
    await driver.click('[data-testid=pause]');
    await driver.goto(`${app.url}/write?key=third&value=1`);
    const hidden = () => driver.text('[data-testid=history-hidden]');
    await expect.poll(hidden, SOON).toContain('1 version hidden');
    expect((await lines()).length).toBe(5);
    await savePicture(driver, 'history-paused');
    await driver.click('[data-testid=pause]');
    await expect.poll(async () => (await lines()).length, SOON).toBe(6);
    await driver.click('[data-testid=preserve-log]');
    await expect.poll(hidden, SOON).toContain('5 versions hidden');
    const [last] = await lines();
    expect(last?.name).toMatch(/^v6, .*From v\d: \+third/);
    await driver.click('[data-testid=history-hidden] .link');
    await expect.poll(async () => (await lines()).length, SOON).toBe(6);
  });

  test.each([360, 800, 1600])('fits into %i px, light and dark', async (width) => {
    await driver.click('[data-testid=tab-history]');
    await driver.resizePanel(width, 700);
    for (const theme of ['light', 'dark'] as const) {
      await driver.setTheme(theme);
      const beyond = () => driver.panel(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      await expect.poll(beyond, { ...SOON, message: theme }).toBe(0);
      await savePicture(driver, `history-${width}-${theme}`);
    }
  });

  test('Clear empties it', async () => {
    await driver.resizePanel(1400, 700);
    await driver.click('[data-testid=clear]');
    await driver.waitFor('nothing', () => !!document.querySelector('[data-testid=empty]'));
  });
});
