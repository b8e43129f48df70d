import { openBrowser, type Watching } from './open-browser.ts';
import { Fetches, fetchMany, type serveTraffic } from './traffic.ts';

const FETCHES = 2000;
const WARM_UP = 400;
const ROUNDS = 3;
const ALL: readonly Watching[] = ['closed', 'network', 'hidden', 'shown'];

/** Requests per second of the inspected page. */
export interface PageSpeed {
  readonly best: number;
  readonly median: number;
}

/** Interleaved, so that what else the machine does falls on all of them. A new browser each time. */
export async function measurePageSpeed(server: Awaited<ReturnType<typeof serveTraffic>>): Promise<ReadonlyMap<Watching, PageSpeed>> {
  const rates = new Map<Watching, number[]>(ALL.map((watching) => [watching, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const watching of ALL) {
      const browser = await openBrowser(watching, server.url);
      try {
        const fetches = new Fetches();
        await browser.tab.evaluate(fetchMany, fetches.args(WARM_UP, 'half'));
        await browser.quiet();
        const milliseconds: number = await browser.tab.evaluate(fetchMany, fetches.args(FETCHES, 'half'));
        rates.get(watching)?.push((FETCHES * 1000) / milliseconds);
      } finally {
        await browser.close();
      }
    }
  }
  return new Map(
    [...rates].map(([watching, all]) => {
      const sorted = all.sort((a, b) => a - b);
      return [watching, { best: sorted.at(-1) ?? 0, median: sorted[Math.floor(sorted.length / 2)] ?? 0 }];
    }),
  );
}
