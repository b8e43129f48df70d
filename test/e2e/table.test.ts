import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PanelDriver } from '../../scripts/browsers/panel-driver.ts';
import { servePage } from './page-server.ts';
import { waitForRow } from './panel-actions.ts';
import { browserName, launchPanel, savePicture } from './target.ts';

/** For what has to be recorded first: Firefox tells of some responses seconds later. */
const ARRIVED = { timeout: 20_000 };
/** For what the panel shows as soon as it has drawn. */
const SOON = { timeout: 5_000 };
const GRID = '[role=grid]';

describe(`the table and its overview, in ${browserName}`, () => {
  let server: Awaited<ReturnType<typeof servePage>>;
  let driver: PanelDriver;
  let asked = 0;

  beforeAll(async () => {
    server = await servePage((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://app.test');
      const size = Number(searchParams.get('size') ?? 0);
      if (size > 0) response.setHeader('Set-Cookie', `_shop_session=${'x'.repeat(size)}; path=/; HttpOnly; SameSite=Lax`);
      response.setHeader('Content-Type', 'text/html');
      response.end(pathname === '/' ? '<h1>Shop</h1>' : 'ok');
    });
    driver = await launchPanel();
    await driver.resizePanel(1200, 500);
  });
  afterAll(async () => {
    expect(await driver.problems()).toEqual([]);
    await driver.close();
    server.stop();
  });

  /** So many responses whose sessions have these sizes in turn; each path is another. */
  async function respond(count: number, size: (index: number) => number): Promise<void> {
    const paths = Array.from({ length: count }, () => {
      asked++;
      return `/r${asked}?size=${size(asked)}`;
    });
    await driver.page(async (all) => {
      for (const path of all) await fetch(path);
    }, paths);
  }
  const heads = () =>
    driver.panel(() => [...document.querySelectorAll<HTMLElement>('[role=columnheader]')].map((head) => head.dataset.testid ?? ''));
  const sizes = () =>
    driver.panel(() =>
      [...document.querySelectorAll('[data-testid=cell-size] .number')]
        .slice(0, 5)
        .map((cell) => Number(cell.textContent?.replace(',', ''))),
    );
  const sortOf = (column: string) =>
    driver.panel((id) => document.querySelector(`[data-testid=head-${id}]`)?.getAttribute('aria-sort') ?? null, column);
  const widthOf = (column: string) =>
    driver.panel((id) => document.querySelector(`[data-testid=head-${id}]`)?.getBoundingClientRect().width ?? 0, column);
  const rowCount = () => driver.panel(() => Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')) - 1);
  /** The first row in sight and where it stands. */
  const firstInSight = () =>
    driver.panel(() => {
      const head = document.querySelector('.table-head')?.getBoundingClientRect().bottom ?? 0;
      const rows = [...document.querySelectorAll<HTMLElement>('[data-testid=row]')].map((row) => ({
        id: row.dataset.rowId ?? '',
        top: Math.round(row.getBoundingClientRect().top),
      }));
      return rows.filter(({ top }) => top >= head).sort((a, b) => a.top - b.top)[0] ?? null;
    });
  const scrollTo = (top: number) =>
    driver.panel((to) => {
      const grid = document.querySelector('[role=grid]');
      if (grid !== null) grid.scrollTop = to;
      return new Promise<void>((done) => {
        requestAnimationFrame(() => requestAnimationFrame(() => done()));
      });
    }, top);
  const tableTop = () => driver.panel(() => document.querySelector('[role=grid]')?.getBoundingClientRect().top ?? 0);

  test('has the room of its overview from the beginning: the table does not move when the first session comes', async () => {
    await driver.waitFor('the empty strip', () => document.querySelector('.overview-empty'));
    const before = await tableTop();
    await driver.goto(`${server.url}/?size=300`);
    await waitForRow(driver, '/?size=300');
    await driver.waitFor('the line of sizes', () => document.querySelector('.overview-line'));
    expect(await tableTop()).toBe(before);
  });

  test('follows the newest at its end, and yields as soon as the user is elsewhere', async () => {
    await respond(50, (index) => 300 + ((index * 37) % 50) * 70);
    await expect.poll(rowCount, ARRIVED).toBe(51);
    await scrollTo(200);
    const before = await firstInSight();
    await respond(10, () => 500);
    await expect.poll(rowCount, ARRIVED).toBe(61);
    expect(await firstInSight()).toEqual(before);
    await scrollTo(1e6);
    await respond(5, () => 500);
    await waitForRow(driver, '/r65?size=500');
  });

  test('sorts by size, most first, and sorts new rows in without moving what is looked at', async () => {
    await driver.click('[data-testid=sort-size]');
    await expect.poll(sortOf.bind(null, 'size'), SOON).toBe('descending');
    const first = await sizes();
    expect(first).toEqual([...first].sort((a, b) => b - a));
    expect(first[0]).toBeGreaterThan(3500);
    await savePicture(driver, 'table-sorted');
    const before = await firstInSight();
    await respond(4, () => 4000);
    await expect.poll(rowCount, ARRIVED).toBe(70);
    expect(await firstInSight()).toEqual(before);
    await scrollTo(0);
    expect((await sizes())[0]).toBe(4013);
    await driver.click('[data-testid=sort-size]');
    await expect.poll(sortOf.bind(null, 'size'), SOON).toBe('ascending');
    await driver.click('[data-testid=sort-size]');
    await expect.poll(sortOf.bind(null, 'size'), SOON).toBe('none');
    await waitForRow(driver, '/r69?size=4000');
  });

  test('sorts by keyboard: arrows go from head to head, Enter sorts, down leads into the rows', async () => {
    await driver.press('[data-testid=sort-time]', 'ArrowRight');
    const focused = () =>
      driver.panel(() => document.activeElement?.getAttribute('data-testid') ?? document.activeElement?.getAttribute('role'));
    await expect.poll(focused, SOON).toBe('sort-method');
    await driver.press(null, 'ArrowRight');
    await expect.poll(focused, SOON).toBe('sort-path');
    await activate(driver, '[data-testid=sort-path]');
    await expect.poll(sortOf.bind(null, 'path'), SOON).toBe('ascending');
    await driver.press(null, 'ArrowDown');
    await expect.poll(focused, SOON).toBe('grid');
  });

  test('hides a column and resizes another by keyboard', async () => {
    await driver.click('[data-testid=columns]');
    await driver.waitFor('the menu', () => document.activeElement?.getAttribute('role') === 'menuitemcheckbox');
    await driver.click('[data-testid=menu-flags]');
    await expect.poll(heads, SOON).not.toContain('head-flags');
    await savePicture(driver, 'table-columns');
    await driver.press(null, 'Escape');
    await driver.waitFor('the focus on its button', () => document.activeElement?.getAttribute('data-testid') === 'columns');
    const before = await widthOf('method');
    const path = await widthOf('path');
    for (const _ of [1, 2, 3]) await driver.press('[data-testid=resize-method]', 'ArrowRight');
    await expect.poll(widthOf.bind(null, 'method'), SOON).toBeCloseTo(before + 24, 0);
    expect(await widthOf('path')).toBeCloseTo(path - 24, 0);
  });

  test('remembers how it was arranged when the panel is opened again', async () => {
    const before = await widthOf('method');
    await driver.reopenDevtools();
    await driver.resizePanel(1200, 500);
    await driver.goto(`${server.url}/?size=400`);
    await driver.waitFor('a row', () => document.querySelector('[data-testid=row]'));
    expect(await heads()).not.toContain('head-flags');
    expect(await sortOf('path')).toBe('ascending');
    expect(await widthOf('method')).toBeCloseTo(before, 0);
    await driver.click('[data-testid=columns]');
    await driver.click('[data-testid=menu-reset]');
    await expect.poll(heads, SOON).toContain('head-flags');
    for (const _ of ['descending', 'by time']) await driver.click('[data-testid=sort-path]');
    await expect.poll(sortOf.bind(null, 'path'), SOON).toBe('none');
  });

  test('selects a span by dragging, adjusts it, and Escape or a double click clears it', async () => {
    const all = (await rowCount()) + 20;
    await respond(20, (index) => 300 + index * 30);
    await expect.poll(rowCount, ARRIVED).toBe(all);
    // To the end: how long before the burst the page was loaded is each machine's own, and so is where on the line the burst lies.
    await drag(driver, '[data-testid=overview-brush]', 0.5, 1);
    await expect.poll(rowCount, SOON).toBeLessThan(all);
    const some = await rowCount();
    await driver.waitFor('the span in the status bar', () =>
      /\d to \d/.test(document.querySelector('[data-testid=span-clear]')?.textContent ?? ''),
    );
    await savePicture(driver, 'overview-span');
    await driver.click('[data-testid=tab-cookies]');
    await driver.waitFor('the Cookies view to count what lies inside', () => document.querySelector('[data-testid=cookie-cell-set]'));
    expect(await driver.text('[data-testid=cookie-cell-set] .seen')).toBe(String(some));
    await driver.click('[data-testid=tab-responses]');
    await driver.press('[data-testid=overview-from]', 'Home');
    await expect.poll(rowCount, SOON).toBeGreaterThan(some);
    await driver.press('[data-testid=overview-from]', 'Escape');
    await expect.poll(rowCount, SOON).toBe(all);
    await drag(driver, '[data-testid=overview-brush]', 0.1, 0.3);
    await expect.poll(rowCount, SOON).toBeLessThan(all);
    await driver.panel(() => {
      document.querySelector('[data-testid=overview-brush]')?.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
    });
    await expect.poll(rowCount, SOON).toBe(all);
  });

  test('selects a span by keyboard, and the status bar clears it', async () => {
    const all = await rowCount();
    const text = () => driver.panel(() => document.querySelector('[data-testid=overview-brush]')?.getAttribute('aria-valuetext'));
    expect(await text()).toBe('all times');
    await driver.press('[data-testid=overview-brush]', 'ArrowLeft');
    await expect.poll(rowCount, SOON).toBeLessThan(all);
    const first = await text();
    await driver.press('[data-testid=overview-brush]', 'Shift+ArrowLeft');
    await expect.poll(text, SOON).not.toBe(first);
    await driver.click('[data-testid=span-clear]');
    await expect.poll(rowCount, SOON).toBe(all);
    expect(await text()).toBe('all times');
  });

  test('marks what the browser refused by a shape, and tells it at the pointer', async () => {
    await respond(1, () => 4200);
    await driver.waitFor('the mark', () => document.querySelector('[data-testid=overview-mark][data-event=refused] .mark-refused'));
    await driver.panel(() => {
      const brush = document.querySelector('[data-testid=overview-brush]');
      const { right, top } = brush?.getBoundingClientRect() ?? { right: 0, top: 0 };
      brush?.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, clientX: right - 1, clientY: top + 9 }));
    });
    await expect.poll(() => driver.text('[data-testid=overview-tip]'), SOON).toMatch(/_shop_session.*bytes.*refused/);
    await savePicture(driver, 'overview-tip');
  });

  test.each([360, 700, 1600])('fits into %i px, light and dark', async (width) => {
    await driver.resizePanel(width, 500);
    for (const theme of ['light', 'dark'] as const) {
      await driver.setTheme(theme);
      const beyond = () =>
        driver.panel(() => {
          const grid = document.querySelector('[role=grid]');
          const own = document.documentElement;
          return [own.scrollWidth - own.clientWidth, (grid?.scrollWidth ?? 0) - (grid?.clientWidth ?? 0)];
        });
      await expect.poll(beyond, { ...SOON, message: theme }).toEqual([0, 0]);
      await savePicture(driver, `table-${width}-${theme}`);
    }
  });

  test('is folded away, and stays so', async () => {
    const before = await tableTop();
    await activate(driver, '[data-testid=overview-toggle]');
    await expect.poll(tableTop, SOON).toBe(before - 41);
    await driver.reloadPanel();
    await driver.waitFor('the panel', () => document.querySelector('[data-testid=overview-toggle][aria-expanded=false]'));
    expect(await driver.panel((css) => document.querySelector(css)?.getAttribute('aria-label'), GRID)).toBe('Responses');
  });
});

/** Enter on a button. Firefox makes a click of it only in a window that has the system's focus, which one without a screen may lack. */
function activate(driver: PanelDriver, css: string): Promise<void> {
  return browserName === 'firefox' ? driver.click(css) : driver.press(css, 'Enter');
}

/** From one share of an element's width to another. The browser holds pointers that are really there alone. */
function drag(driver: PanelDriver, css: string, from: number, to: number): Promise<void> {
  return driver.panel(
    (selector, start, end) => {
      const element = document.querySelector<HTMLElement>(selector);
      if (element === null) throw new Error(`no ${selector}`);
      element.setPointerCapture = () => {};
      const { left, width, top } = element.getBoundingClientRect();
      const send = (type: string, share: number) =>
        element.dispatchEvent(new PointerEvent(type, { bubbles: true, button: 0, clientX: left + share * width, clientY: top + 9 }));
      send('pointerdown', start);
      send('pointermove', (start + end) / 2);
      send('pointermove', end);
      send('lostpointercapture', end);
    },
    css,
    from,
    to,
  );
}
