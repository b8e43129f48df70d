import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../../../scripts/browsers/wait.mjs';
import { openBrowser, type Watched, type Watching } from './open-browser.ts';
import { clickOn, emptyFilter, giveFile, type InputTiming, rowPainted, scrollFrames, tableOf, timeInput, untilOtherRows } from './table.ts';

const ENTRIES = 50_000;
const STEPS = 200;
const TIMES = 5;

/** Milliseconds, with 50,000 responses that set a cookie each. */
export interface ManyRows {
  readonly meanFrame: number;
  readonly longestFrame: number;
  /** From the key to the rows, the first time and the middle of further ones. */
  readonly filterFirst: number;
  readonly filter: number;
  /** From the key until the rows are in the document, and to the next paint, as the browser itself takes them; the peer waits before it filters. */
  readonly filterHandled: number | null;
  readonly filterPainted: number | null;
  readonly sort: number;
}

export async function measureManyRows(watching: Extract<Watching, 'network' | 'shown'>, url: string): Promise<ManyRows> {
  const folder = mkdtempSync(join(tmpdir(), 'sessionscope-bench-'));
  const browser = await openBrowser(watching, url);
  try {
    const file = join(folder, 'many.har');
    writeFileSync(file, har());
    const table = tableOf(browser);
    await (browser.panel ? importHere(browser, file) : giveFile(table.session, 'input[type=file]', file));
    await rowPainted(table, '?from=');
    await browser.quiet();
    const frames = await scrollFrames(table, STEPS);
    await browser.quiet();
    const filters: number[] = [];
    for (let time = 0; time < TIMES; time++) {
      await emptyFilter(table);
      await browser.quiet();
      const text = time % 2 === 0 ? 'checkout' : 'theme=dark';
      filters.push(await untilOtherRows(table, 'input', () => table.session.send('Input.insertText', { text })));
    }
    const inputs: InputTiming[] = [];
    for (let time = 0; time < TIMES; time++) {
      await emptyFilter(table);
      await browser.quiet();
      const text = time % 2 === 0 ? 'theme=dark' : 'checkout';
      inputs.push((await timeInput(table, () => table.session.send('Input.insertText', { text }))) ?? { handled: 16, painted: 16 });
    }
    await emptyFilter(table);
    // The first click may show the order that there is already.
    await clickOn(table.session, table.sort);
    const sorts: number[] = [];
    for (let time = 0; time < TIMES; time++) {
      await browser.quiet();
      sorts.push(await untilOtherRows(table, 'click', () => clickOn(table.session, table.sort)));
    }
    return {
      meanFrame: frames.reduce((sum, time) => sum + time, 0) / frames.length,
      longestFrame: Math.max(...frames),
      filterFirst: filters[0] ?? 0,
      filter: middle(filters.slice(1)),
      filterHandled: watching === 'shown' ? middle(inputs.map(({ handled }) => handled)) : null,
      filterPainted: watching === 'shown' ? middle(inputs.map(({ painted }) => painted)) : null,
      sort: middle(sorts),
    };
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const middle = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

async function importHere({ panel }: Watched, file: string): Promise<void> {
  if (!panel) throw new Error('The panel is not shown.');
  await clickOn(panel, '[data-testid=import]');
  await until('the menu', () => panel.evaluate(() => document.querySelector('[data-testid=import-har]') !== null, []));
  // The dialog itself is the browser's own: it is not opened, and the file comes as it would from it.
  await panel.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('[data-testid=import-input]');
    if (input !== null) input.click = () => {};
  }, []);
  await clickOn(panel, '[data-testid=import-har]');
  await giveFile(panel, '[data-testid=import-input]', file);
}

function har(): string {
  const headers = ['accept', 'user-agent', 'cache-control'].map((name) => ({ name, value: `the usual value of ${name}` }));
  const entries = Array.from({ length: ENTRIES }, (_, index) => {
    const url = `https://app${index % 4}.example.test/cart/items/${index}?from=${index % 7 === 0 ? 'checkout' : 'home'}&theme=${index % 5 === 1 ? 'dark' : 'light'}`;
    const value = `_shop_session=${String(index).padStart(100 + ((index * 37) % 500), 'x')}; path=/; HttpOnly`;
    return {
      startedDateTime: new Date(1_767_225_600_000 + 50 * index).toISOString(),
      time: 12.5,
      request: { method: 'GET', url, httpVersion: 'HTTP/1.1', headers, cookies: [], queryString: [], headersSize: 200, bodySize: 0 },
      response: {
        ...{ status: 200, statusText: 'OK', httpVersion: 'HTTP/1.1', cookies: [], redirectURL: '', headersSize: 200, bodySize: 11 },
        headers: [...headers, { name: 'set-cookie', value }],
        content: { size: 11, mimeType: 'application/json', text: '{"ok":true}' },
      },
      cache: {},
      timings: { blocked: 1, dns: -1, ssl: -1, connect: -1, send: 0, wait: 10, receive: 1 },
    };
  });
  return JSON.stringify({ log: { version: '1.2', creator: { name: 'WebInspector', version: '537.36' }, pages: [], entries } });
}
