import type { ResponseRow } from '../../src/core/report/response-row.ts';
import { createOverview } from '../../src/panel/state/overview.ts';
import { createResponseSorter } from '../../src/panel/state/response-order.ts';
import { rowsInSpan } from '../../src/panel/state/time-span.ts';

const ROUNDS = 20;
const NONE = new Map();
const START = 1_768_471_331_048;

/** Rows as the worker sends them: each its own object with texts of its own. */
function rows(count: number): readonly ResponseRow[] {
  return Array.from({ length: count }, (_, index) => {
    const wire = 300 + ((index * 7919) % 3900);
    const row: ResponseRow = {
      id: `x${index}#0`,
      exchangeId: `x${index}`,
      line: 0,
      startedAt: START + index * 40,
      method: 'GET',
      host: 'app.example.test',
      path: `/orders/${index % 500}`,
      status: 200,
      cookie: index % 5 === 0 ? '_admin_session' : '_app_session',
      session: index % 3 !== 0,
      sizes: { wire, rails: wire, railsValue: wire, line: wire, limit: 4096 },
      flags: null,
      attributes: null,
      scope: { domain: 'app.example.test', hostOnly: true, path: '/', partition: null },
      deleted: false,
      change: { event: index % 97 === 0 ? 'refused' : 'sealed' },
      reading: null,
      thirdParty: false,
      storage: null,
      findings: 0,
      findingKinds: [],
      worst: null,
      notes: [],
    };
    return structuredClone(row);
  });
}

/** Milliseconds of the main thread, the best of some rounds. */
function best(run: () => unknown): number {
  const taken = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...taken);
}

/** What a batch of ten rows costs the panel's table and its overview strip; for each number of rows in the recording. */
export function measureTable(): readonly (readonly [string, number])[] {
  return [5_000, 50_000].flatMap((count) => {
    const all = rows(count + 10);
    const before = all.slice(0, count);
    const sort = { column: 'size', descending: true } as const;
    const sorter = createResponseSorter();
    const span = { from: START + count * 10, to: START + count * 30 };
    const words = `${count.toLocaleString('en')} rows`;
    const first = best(() => createResponseSorter()(before, sort));
    sorter(before, sort);
    const overview = createOverview();
    overview(before, NONE, 1200, 11);
    let more = false;
    return [
      [`${words}: overview of 1,200 pixels, for the first time`, best(() => createOverview()(before, NONE, 1200, 11))],
      [
        `${words}: overview with ten more`,
        best(() => {
          more = !more;
          return overview(more ? all : before, NONE, 1200, 11);
        }),
      ],
      [`${words}: span of half of them`, best(() => rowsInSpan(all, span))],
      [`${words}: sorted by size`, first],
      [
        `${words}: ten more sorted in`,
        best(() => {
          more = !more;
          return sorter(more ? all : before, sort);
        }),
      ],
    ] as const;
  });
}
