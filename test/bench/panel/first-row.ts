import { openBrowser, type Watching } from './open-browser.ts';
import { rowPainted, tableOf } from './table.ts';
import type { serveTraffic } from './traffic.ts';

const TIMES = 9;

/** Milliseconds from the answer in the page to the row on the screen. */
export interface RowTime {
  readonly first: number;
  readonly median: number;
}

export async function measureFirstRow(
  watching: Extract<Watching, 'network' | 'shown'>,
  server: Awaited<ReturnType<typeof serveTraffic>>,
): Promise<RowTime> {
  const browser = await openBrowser(watching, server.url);
  try {
    const table = tableOf(browser);
    const times: number[] = [];
    for (let index = 0; index < TIMES; index++) {
      await browser.quiet();
      const row = rowPainted(table, `r${index}?sets`);
      const answered: number = await browser.tab.evaluate(
        async (path: string) => {
          // To its end: the browser tells nobody of what a page leaves unread until some 50 ms later.
          await (await fetch(path)).text();
          return performance.timeOrigin + performance.now();
        },
        [`/r${index}?sets=session`],
      );
      times.push((await row) - answered);
    }
    const [first = 0] = times;
    return { first, median: times.sort((a, b) => a - b)[Math.floor(TIMES / 2)] ?? 0 };
  } finally {
    await browser.close();
  }
}
