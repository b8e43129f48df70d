import { parseSetCookie } from '../../src/core/cookies/set-cookie.ts';
import type { Reading } from '../../src/core/readers/reader.ts';
import { UNREAD } from '../../src/core/readers/reader.ts';
import type { ResponseRow } from '../../src/core/report/response-row.ts';
import { SessionSearch } from '../../src/core/report/session-search.ts';
import { readJson } from '../../src/core/serializers/json.ts';
import { readFilter } from '../../src/panel/state/filter/read-filter.ts';
import { filterRows, NOTHING_FOUND } from '../../src/panel/state/filter/row-passes.ts';
import { row } from '../panel/row.ts';

/** Milliseconds of processor time for all rows. */
export interface FilterTime {
  readonly filter: string;
  /** The first time, and the middle of further times, as by typing. */
  readonly first: number;
  readonly again: number;
  /** Texts joined, and whether they hold the filter: what the simplest one does. */
  readonly naive: number;
  /** Rows left. */
  readonly left: number;
}

const ROWS = 50_000;
const TIMES = 9;
const METHODS = ['GET', 'GET', 'GET', 'POST', 'PATCH'];
const FILTERS = [
  'checkout',
  'is:session',
  'status:4xx',
  'size:>3500',
  'finding:missing-secure',
  'cookie:_shop -method:get path:/cart size:>100 dark',
];

function rows(): readonly ResponseRow[] {
  const made = Array.from({ length: ROWS }, (_, index) => {
    const wire = 100 + ((index * 37) % 4200);
    return row(`x${index}#0`, {
      method: METHODS[index % METHODS.length] ?? 'GET',
      host: `app${index % 4}.example.test`,
      path: `/cart/items/${index}?from=${index % 7 === 0 ? 'checkout' : 'home'}&theme=${index % 5 === 0 ? 'dark' : 'light'}`,
      status: index % 50 === 0 ? 404 : 200,
      cookie: index % 3 === 0 ? 'theme' : '_shop_session',
      session: index % 3 !== 0,
      sizes: { wire, rails: wire, railsValue: wire, line: wire, limit: 4096 },
      findingKinds: index % 11 === 0 ? [{ kind: 'missing-secure', severity: 'warning', cookie: null }] : [],
    });
  });
  // As they come from the worker.
  return structuredClone(made);
}

/** Processor time of all threads, so that others on the machine do not count. */
function time(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const middle = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
const repeat = (work: () => void): number => middle(Array.from({ length: TIMES }, () => time(work)));

/** The filter of the table, over as many rows as it should still be quick with. */
export function measureFilter(): readonly FilterTime[] {
  const all = rows();
  const ours = FILTERS.map((filter) => {
    let left = 0;
    const work = (): void => {
      left = filterRows(all, readFilter(filter), NOTHING_FOUND).length;
    };
    return { filter, first: time(work), again: repeat(work), left };
  });
  // After all of them: it leaves much behind to be collected.
  return ours.map((measured) => {
    const wanted = measured.filter.toLowerCase();
    const joined = (): void => {
      all.filter(({ cookie, method, host, path, status }) => [cookie, method, host, path, status].join(' ').toLowerCase().includes(wanted));
    };
    return { ...measured, naive: repeat(joined) };
  });
}

/** The same in the worker, over as many different opened sessions; it is done in slices. */
export function measureSessionSearch(): FilterTime {
  const cookie = parseSetCookie('_shop_session=sealed; path=/; HttpOnly');
  const facts = Array.from({ length: ROWS }, (_, index) => {
    const session = {
      session_id: `${index}`.padStart(32, 'a'),
      user_id: index,
      cart: { items: [{ sku: `sku-${index}`, count: 2 }], note: 'blue' },
    };
    const read = readJson(new TextEncoder().encode(JSON.stringify(session)));
    const reading: Reading = { ...UNREAD, framework: 'rails', role: 'session', state: 'opened', data: read.ok ? read.value : null };
    return { cookie, reading, session };
  });
  const search = new SessionSearch();
  let left = 0;
  const ours = (): void => {
    left = facts.filter((each) => search.find(each, [{ kind: 'text', text: 'sku-4999' }]).length > 0).length;
  };
  const naive = (): void => {
    facts.filter(({ session }) => JSON.stringify(session).toLowerCase().includes('sku-4999'));
  };
  return { filter: 'sku-4999 in opened sessions', first: time(ours), again: repeat(ours), naive: repeat(naive), left };
}
