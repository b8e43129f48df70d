import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PanelDriver } from '../../scripts/browsers/panel-driver.ts';
import { sleep } from '../../scripts/browsers/wait.mjs';
import type { RecordingSummary, RowNote } from '../../src/core/report/response-row.ts';

/** What the analysis of the inspected tab holds, as a view of its own sees it. */
export interface Recorded {
  readonly summary: RecordingSummary;
  readonly exchanges: readonly RecordedExchange[];
}

export interface RecordedExchange {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly errorPage: string | null;
  readonly methodOverride: string | null;
  /** `name=value` that the request carried. */
  readonly carried: readonly string[];
  /** Lines that have a row. */
  readonly listed: readonly string[];
  readonly notes: readonly RowNote[];
}

/** The built extension, `SESSIONSCOPE_DIST` or `dist`. */
export function extensionFolder(browser: 'chromium' | 'firefox'): string {
  const dist = process.env.SESSIONSCOPE_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url));
  const folder = join(dist, browser === 'firefox' ? 'firefox' : 'chrome');
  if (!existsSync(join(folder, 'manifest.json'))) throw new Error(`${folder} is not built: npm run build`);
  return folder;
}

/** Asks the worker from inside the panel's document, through a port of its own. */
export async function readRecorded(driver: PanelDriver): Promise<Recorded> {
  const assets = readdirSync(join(extensionFolder(driver.browser), 'assets'));
  const worker = assets.find((name) => /^worker-.*\.js$/.test(name));
  if (!worker) throw new Error('the worker is not among the built assets');
  return driver.panel(askWorker, `/assets/${worker}`);
}

/** Reads again until nothing has changed for `quiet` milliseconds. */
export async function readWhenQuiet(driver: PanelDriver, quiet: number, limit = 60_000): Promise<Recorded> {
  const end = Date.now() + limit;
  let recorded = await readRecorded(driver);
  for (let since = Date.now(); Date.now() - since < quiet && Date.now() < end; ) {
    await sleep(500);
    const now = await readRecorded(driver);
    if (JSON.stringify(now) !== JSON.stringify(recorded)) since = Date.now();
    recorded = now;
  }
  return recorded;
}

/** Runs in the panel. Lines come from the details, because rows have no values. */
function askWorker(url: string): Promise<Recorded> {
  type Message =
    | { type: 'state'; rows: { id: string; exchangeId: string; line: number | null; notes: RowNote[] }[]; summary: RecordingSummary }
    | { type: 'detail'; rowId: string; detail: { exchange: Exchange } | null }
    | { type: 'rows' | 'secret-refused' };
  interface Exchange {
    id: string;
    method: string;
    url: string;
    status: number;
    errorPage: string | null;
    methodOverride: string | null;
    requestHeaders: { name: string; value: string }[];
    responseHeaders: { name: string; value: string }[];
  }
  const values = (headers: { name: string; value: string }[], name: string) =>
    headers.filter((header) => header.name.toLowerCase() === name).map((header) => header.value);
  const tabId = chrome.devtools.inspectedWindow.tabId;
  const { port } = new SharedWorker(url, { type: 'module', name: `sessionscope-${tabId}` });
  port.start();
  return new Promise((resolve) => {
    const found = new Map<string, RecordedExchange & { notes: RowNote[]; listed: string[] }>();
    let state: Extract<Message, { type: 'state' }> | null = null;
    let waiting = 0;
    const add = (row: { line: number | null; notes: RowNote[] }, exchange: Exchange) => {
      const before = found.get(exchange.id);
      const line = values(exchange.responseHeaders, 'set-cookie')[row.line ?? -1];
      const { id, method, url, status, errorPage, methodOverride } = exchange;
      found.set(id, {
        ...{ id, method, url, status, errorPage, methodOverride },
        carried: values(exchange.requestHeaders, 'cookie').flatMap((value) => value.split('; ')),
        listed: [...(before?.listed ?? []), ...(line === undefined ? [] : [line])],
        notes: [...(before?.notes ?? []), ...row.notes],
      });
    };
    port.addEventListener('message', ({ data }: MessageEvent<Message>) => {
      if (data.type === 'state' && !state) {
        state = data;
        waiting = data.rows.length;
        for (const row of data.rows) port.postMessage({ type: 'detail', rowId: row.id });
      }
      if (data.type === 'detail' && state) {
        waiting--;
        const row = state.rows.find((one) => one.id === data.rowId);
        if (row && data.detail) add(row, data.detail.exchange);
      }
      if (state && waiting === 0) {
        port.postMessage({ type: 'leave' });
        port.close();
        resolve({ summary: state.summary, exchanges: [...found.values()] });
      }
    });
    port.postMessage({ type: 'view', language: 'en' });
  });
}
