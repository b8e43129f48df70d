import type { Session } from '../../../scripts/browsers/cdp.mjs';
import { openBrowser, type Watched, type Watching } from './open-browser.ts';
import { Fetches, fetchMany, type Sets, type serveTraffic } from './traffic.ts';

/** Enough for a mean, and few enough for all parts to be measured in one sitting. */
export const RESPONSES = 4_000;
const WARM_UP = 500;

/** Of one response that was recorded. Milliseconds, and bytes after garbage collection; null where there is no such document. */
export interface RecordingCost {
  /** Main thread of DevTools' own document. */
  readonly frontEnd: number;
  /** Main thread of the extension's documents, which share one: panel and devtools page. */
  readonly extension: number | null;
  /** Script alone, of the same. */
  readonly extensionScript: number | null;
  /** Processor time of the extension's process, with the worker's thread and what collects garbage. */
  readonly extensionProcess: number | null;
  /** Processor time of the browser as a whole, the page and its network included. */
  readonly browser: number;
  readonly frontEndBytes: number;
  readonly extensionBytes: number | null;
  readonly workerBytes: number | null;
}

/** What `RESPONSES` answers cost. A new browser, in which some others were recorded before. */
export async function measureRecording(
  watching: Exclude<Watching, 'closed'>,
  sets: Sets,
  server: Awaited<ReturnType<typeof serveTraffic>>,
): Promise<RecordingCost> {
  const browser = await openBrowser(watching, server.url);
  try {
    const fetches = new Fetches();
    const documents = [browser.frontEnd, browser.panel ?? browser.devtoolsPage];
    for (const session of documents) await session?.send('Performance.enable', { timeDomain: 'threadTicks' });
    await browser.tab.evaluate(fetchMany, fetches.args(WARM_UP, sets));
    const before = await state(browser);
    await browser.tab.evaluate(fetchMany, fetches.args(RESPONSES, sets));
    const after = await state(browser);
    return {
      browser: ((after.browser - before.browser) * 1000) / RESPONSES,
      frontEnd: ((after.frontEnd.task - before.frontEnd.task) * 1000) / RESPONSES,
      ...(browser.devtoolsPage === null
        ? { extension: null, extensionScript: null, extensionProcess: null, extensionBytes: null, workerBytes: null }
        : {
            extension: ((after.extension.task - before.extension.task) * 1000) / RESPONSES,
            extensionScript: ((after.extension.script - before.extension.script) * 1000) / RESPONSES,
            extensionProcess: ((after.extension.process - before.extension.process) * 1000) / RESPONSES,
            extensionBytes: (after.extension.bytes - before.extension.bytes) / RESPONSES,
            workerBytes: (after.worker - before.worker) / RESPONSES,
          }),
      frontEndBytes: (after.frontEnd.bytes - before.frontEnd.bytes) / RESPONSES,
    };
  } finally {
    await browser.close();
  }
}

/** Once all work is done. */
async function state(browser: Watched) {
  await browser.quiet();
  // Before the garbage is collected, which would count as work.
  const frontEnd = await times(browser.frontEnd);
  const extension = await times(browser.panel ?? browser.devtoolsPage);
  const processorTime = await browser.processorTime();
  return {
    browser: processorTime,
    frontEnd: { ...frontEnd, bytes: await heap(browser.frontEnd) },
    extension: { ...extension, bytes: await heap(browser.panel ?? browser.devtoolsPage) },
    worker: await heap(browser.worker),
  };
}

interface Times {
  readonly task: number;
  readonly script: number;
  readonly process: number;
}

/** Seconds of the main thread, and of all threads of its process. */
async function times(session: Session | null): Promise<Times> {
  if (session === null) return { task: 0, script: 0, process: 0 };
  const { metrics }: { metrics: readonly { name: string; value: number }[] } = await session.send('Performance.getMetrics');
  const value = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return { task: value('TaskDuration'), script: value('ScriptDuration'), process: value('ProcessTime') };
}

/** What is reachable from script: of the V8 heap, of the DOM, and of buffers. */
async function heap(session: Session | null): Promise<number> {
  if (session === null) return 0;
  for (let pass = 0; pass < 2; pass++) await session.send('HeapProfiler.collectGarbage');
  const usage: { usedSize: number; embedderHeapUsedSize?: number; backingStorageSize?: number } =
    await session.send('Runtime.getHeapUsage');
  return usage.usedSize + (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0);
}
