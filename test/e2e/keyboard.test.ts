import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PanelDriver } from '../../scripts/browsers/panel-driver.ts';
import { enterSecret, openRow } from './panel-actions.ts';
import { focusNotSeen, tabStops } from './panel-checks.ts';
import { STATE_SECRET, serveStates } from './state-traffic.ts';
import { browserName, launchPanel, savePicture } from './target.ts';

const SOON = { timeout: 5_000 };
const GRID = '[role=grid]';

describe(`the panel by keyboard, in ${browserName}`, () => {
  let server: Awaited<ReturnType<typeof serveStates>>;
  let driver: PanelDriver;

  beforeAll(async () => {
    server = await serveStates();
    driver = await launchPanel();
    await driver.resizePanel(1000, 700);
    await server.play(driver);
    await enterSecret(driver, STATE_SECRET);
  });
  afterAll(async () => {
    expect(await driver.problems()).toEqual([]);
    await driver.close();
    server.stop();
  });

  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await driver.press(null, key);
  };
  /** Test id, else role and name, of what has the focus. */
  const focused = () =>
    driver.panel(() => {
      const { dataset, role, ariaLabel, tagName } = document.activeElement as HTMLElement;
      return dataset.testid ?? (role === null ? tagName : `${role} ${ariaLabel ?? ''}`);
    });
  const there = (css: string) => driver.panel((wanted) => document.querySelector(wanted) !== null, css);
  const view = () => driver.panel(() => document.querySelector('.view-tabs [aria-selected=true]')?.getAttribute('data-testid'));
  const selectedRow = () => driver.panel(() => Number(document.querySelector('[data-testid=row][aria-selected=true]')?.ariaRowIndex) - 2);

  test('Tab goes through everything once, from the top left to the bottom right', async () => {
    await openRow(driver, '_demo_session');
    const stops = await driver.panel(tabStops);
    expect(stops.length).toBeGreaterThan(12);
    await driver.panel(() => document.querySelector<HTMLElement>('[data-testid=pause]')?.focus());
    const visited: string[] = [];
    for (const _ of stops) {
      visited.push(await driver.panel(() => document.activeElement?.outerHTML.slice(0, 100) ?? ''));
      // After the last it would leave the panel.
      if (visited.length < stops.length) await press('Tab');
    }
    expect(visited).toEqual(stops.map((stop) => stop.slice(0, 100)));
    await driver.press('[data-testid=details-close]', 'Enter');
    await expect.poll(() => there('[data-testid=details]'), SOON).toBe(false);
  });

  test('the rows of the table are reached by arrows, letters, pages and ends', async () => {
    await driver.press(GRID, 'Home');
    await expect.poll(selectedRow, SOON).toBe(0);
    await press('j', 'ArrowDown', 'k');
    await expect.poll(selectedRow, SOON).toBe(1);
    await press('End');
    const last = await selectedRow();
    expect(last).toBeGreaterThan(10);
    await press('PageUp');
    await expect.poll(selectedRow, SOON).toBeLessThan(last);
    await press('PageDown');
    await expect.poll(selectedRow, SOON).toBe(last);
  });

  test('digits and brackets show the views, and the keys that follow are for the view', async () => {
    for (const [key, shown, focus] of [
      ['2', 'tab-cookies', 'grid Cookies'],
      ['3', 'tab-history', 'grid History of _demo_session'],
      ['4', 'tab-logouts', 'logout-head'],
      [']', 'tab-responses', 'grid Responses'],
      ['[', 'tab-logouts', 'logout-head'],
      ['1', 'tab-responses', 'grid Responses'],
    ] as const) {
      await press(key);
      await expect.poll(view, SOON).toBe(shown);
      await expect.poll(focused, SOON).toBe(focus);
    }
  });

  test('a slash goes to the filter, where every character is text', async () => {
    await press('/');
    await expect.poll(focused, SOON).toBe('filter');
    await press('1', '?', 'p', 's');
    expect(await driver.panel(() => document.querySelector<HTMLInputElement>('[data-testid=filter]')?.value)).toBe('1?ps');
    expect(await view()).toBe('tab-responses');
    await driver.waitFor('the way out', () => !!document.querySelector('[data-testid=empty] button'));
    await driver.press('[data-testid=empty] button', 'Enter');
    await driver.waitFor('the rows', () => !!document.querySelector('[data-testid=row]'));
    // The button has gone with its message.
    await expect.poll(focused, SOON).toBe('grid Responses');
  });

  test('the list of keys has the focus to itself, and gives it back', async () => {
    await press('?');
    await driver.waitFor('the list', () => !!document.querySelector('[data-testid=help]'));
    await savePicture(driver, 'keyboard-help');
    const inside = () => driver.panel(() => document.activeElement?.closest('dialog') !== null);
    expect(await inside()).toBe(true);
    await press('2');
    expect(await view()).toBe('tab-responses');
    await press('Escape');
    await expect.poll(() => there('[data-testid=help]'), SOON).toBe(false);
    await expect.poll(focused, SOON).toBe('grid Responses');
  });

  test('Escape closes the innermost alone', async () => {
    await driver.press(GRID, 'End');
    await press('Enter');
    await driver.waitFor('the details', () => !!document.querySelector('[data-testid=details]'));
    await press('s');
    await driver.waitFor('the drawer', () => !!document.querySelector('[data-testid=secrets-drawer]'));
    await driver.panel(() => (document.activeElement as HTMLElement).blur());
    await press('Escape');
    await expect.poll(() => there('[data-testid=secrets-drawer]'), SOON).toBe(false);
    expect(await there('[data-testid=details]')).toBe(true);
    await driver.panel(() => (document.activeElement as HTMLElement).blur());
    await press('Escape');
    await expect.poll(() => there('[data-testid=details]'), SOON).toBe(false);
  });

  test('what the drawer of secrets covers has no stop, and has the focus again when it closes', async () => {
    await driver.resizePanel(800, 700);
    await driver.press(GRID, 'Home');
    await press('s');
    await expect.poll(focused, SOON).toBe('secret-text');
    const stops = await driver.panel(tabStops);
    await driver.panel(() => document.querySelector<HTMLElement>('[data-testid=pause]')?.focus());
    const isCovered = () => driver.panel(() => document.querySelector('main')?.contains(document.activeElement) ?? true);
    const covered = [await isCovered()];
    // One more would leave the panel, and take the focus along a moment later.
    for (const _ of stops.slice(1)) {
      await press('Tab');
      covered.push(await isCovered());
    }
    expect(covered).toEqual(stops.map(() => false));
    await driver.press('[data-testid=secret-text]', 'Escape');
    await expect.poll(focused, SOON).toBe('grid Responses');
    await driver.resizePanel(1000, 700);
  });

  test('a narrow toolbar has a menu of what it has no room for', async () => {
    await driver.resizePanel(400, 700);
    await driver.press('[data-testid=more]', 'Enter');
    await expect.poll(focused, SOON).toBe('more-preserve');
    await press('ArrowUp');
    expect(await focused()).toBe('more-help');
    await press('Enter');
    await driver.waitFor('the list of keys', () => !!document.querySelector('[data-testid=help]'));
    await press('Escape');
    await expect.poll(focused, SOON).toBe('more');
    await driver.resizePanel(1000, 700);
  });

  test('the lines of a session are one stop, reached by arrows', async () => {
    await driver.fill('[data-testid=filter]', '/login');
    await openRow(driver, '_demo_session');
    await driver.fill('[data-testid=filter]', '');
    await driver.click('[data-testid=tab-session]');
    const line = () => driver.panel(() => (document.activeElement as HTMLElement).dataset.path);
    await driver.press('[role=treeitem][tabindex="0"]', 'Home');
    const first = await line();
    await press('ArrowDown');
    expect(await line()).not.toBe(first);
    await press('End', 'Home');
    expect(await line()).toBe(first);
    await press('Escape');
    await expect.poll(focused, SOON).toBe('grid Responses');
  });

  test('DevTools gets every key that the panel does not use', async () => {
    const used = await driver.panel(() =>
      [
        { key: 'F5' },
        { key: 'r', ctrlKey: true },
        { key: '[', ctrlKey: true },
        { key: ']', ctrlKey: true },
        { key: 'p', ctrlKey: true },
        { key: 'Escape' },
      ].flatMap((init) => {
        const event = new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true });
        let arrived = false;
        const listen = () => {
          arrived = true;
        };
        document.addEventListener('keydown', listen, { once: true });
        const untouched = document.body.dispatchEvent(event);
        document.removeEventListener('keydown', listen);
        return untouched && arrived ? [] : [event.key];
      }),
    );
    expect(used).toEqual([]);
  });

  test('p pauses the table, and p again lets it go on', async () => {
    await driver.press(GRID, 'p');
    await expect.poll(() => there('[data-testid=pause][aria-pressed=true]'), SOON).toBe(true);
    await press('p');
    await expect.poll(() => there('[data-testid=pause][aria-pressed=false]'), SOON).toBe(true);
  });

  test('nothing moves where less motion is wanted', async () => {
    await driver.emulate({ reducedMotion: true });
    await driver.waitFor('less motion', () => matchMedia('(prefers-reduced-motion: reduce)').matches);
    const moving = await driver.panel(() =>
      [...document.querySelectorAll('body *')].flatMap((element) =>
        ['', '::before', '::after'].flatMap((part) => {
          const { transitionDuration, animationName } = getComputedStyle(element, part || null);
          const still = transitionDuration.split(', ').every((time) => time === '0s') && animationName === 'none';
          return still ? [] : [element.className + part];
        }),
      ),
    );
    expect(moving).toEqual([]);
    await driver.emulate({});
  });

  test('in a contrast theme the selection and the marks are still told apart', async () => {
    await openRow(driver, '_demo_session');
    await driver.emulate({ forcedColors: true });
    await driver.waitFor('the contrast theme', () => matchMedia('(forced-colors: active)').matches);
    await savePicture(driver, 'contrast-theme');
    const selected = () =>
      driver.panel(() => {
        const row = document.querySelector('[data-testid=row][aria-selected=true]');
        return row === null ? '' : getComputedStyle(row).outlineStyle;
      });
    expect(await selected()).toBe('solid');
    expect(await driver.panel(() => getComputedStyle(document.querySelector('.gauge') as Element).forcedColorAdjust)).toBe('none');
    // Such a theme takes shadows and grounds away: an outline must show the focus.
    expect(await driver.panel(focusNotSeen)).toEqual([]);
    await driver.emulate({});
  });

  test('Ctrl+L clears the recording', async () => {
    await driver.press(GRID, 'Control+l');
    await expect.poll(() => there('[data-testid=row]'), SOON).toBe(false);
  });
});
