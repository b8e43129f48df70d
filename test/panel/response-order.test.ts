import { describe, expect, it } from 'vitest';
import type { ResponseRow } from '../../src/core/report/response-row.ts';
import type { ResponseColumn } from '../../src/panel/state/response-columns.ts';
import { createResponseSorter, nextResponseSort, type ResponseSort, responseOrder } from '../../src/panel/state/response-order.ts';
import { compareRows, indexOfRow } from '../../src/panel/state/row-order.ts';
import { createRowsStore } from '../../src/panel/state/rows.ts';
import { createSelectionStore } from '../../src/panel/state/selection.ts';
import { createViewStore } from '../../src/panel/state/view.ts';
import { row } from './row.ts';

const sizes = (wire: number) => ({ wire, rails: wire, railsValue: wire, line: wire, limit: 4096 as const });
const flags = (missing: readonly ('httpOnly' | 'secure')[]) => ({
  httpOnly: true,
  secure: true,
  sameSite: null,
  partitioned: false,
  missing,
});

const ROWS = [
  row('a', {
    startedAt: 1,
    method: 'POST',
    path: '/b',
    status: 302,
    cookie: 'Zed',
    sizes: sizes(20),
    flags: flags([]),
    change: { event: 'new' },
    worst: { kind: 'near-limit', severity: 'warning' },
    findings: 1,
  }),
  row('b', { startedAt: 2, path: '/a', cookie: 'apple', sizes: sizes(300), flags: flags(['secure']), change: { event: 'cleared' } }),
  row('c', { startedAt: 3, path: '/a', cookie: null, line: null, worst: { kind: 'cookie-refused', severity: 'error' }, findings: 1 }),
  row('d', {
    startedAt: 4,
    path: '/c',
    status: 500,
    cookie: 'm',
    sizes: sizes(20),
    flags: flags(['secure', 'httpOnly']),
    storage: {
      stored: { outcome: 'refused', reason: 'prefix' },
      scope: { domain: '', hostOnly: true, path: '/', partition: null },
      expiresAt: null,
      evidence: null,
    },
    worst: { kind: 'near-limit', severity: 'warning' },
    findings: 4,
  }),
];

const ids = (rows: readonly ResponseRow[]): string => rows.map(({ id }) => id).join('');

describe('the order of Responses', () => {
  it.each<[ResponseColumn, string, string]>([
    ['time', 'abcd', 'dcba'],
    ['method', 'bcda', 'abcd'],
    ['path', 'bcad', 'dabc'],
    ['status', 'bcad', 'dabc'],
    ['cookie', 'cbda', 'adbc'],
    ['size', 'cadb', 'badc'],
    ['flags', 'cabd', 'dbac'],
    ['session', 'cbad', 'dabc'],
    ['finding', 'badc', 'cdab'],
  ])('by %s is %s, or %s; what is equal keeps the order of time', (column, ascending, descending) => {
    const sort = createResponseSorter();
    expect(ids(sort(ROWS, { column, descending: false }))).toBe(ascending);
    expect(ids(sort(ROWS, { column, descending: true }))).toBe(descending);
    expect(sort(ROWS, null)).toBe(ROWS);
  });

  it.each<ResponseColumn>(['time', 'path', 'size', 'finding'])('by %s is the same whichever was shown before', (column) => {
    const rows = Array.from({ length: 60 }, (_, index) =>
      row(`r${index}`, { startedAt: index, path: `/${index % 4}`, sizes: index % 5 === 0 ? null : sizes(index % 3), findings: index % 2 }),
    ).sort(compareRows);
    const sort = createResponseSorter();
    for (const descending of [true, false, null, false, true, null, true]) {
      const wanted = descending === null ? null : { column, descending };
      expect(ids(sort(rows, wanted))).toBe(ids([...rows].sort(responseOrder(wanted))));
    }
  });

  it.each<[ResponseColumn, readonly (ResponseSort | null)[]]>([
    ['path', [{ column: 'path', descending: false }, { column: 'path', descending: true }, null]],
    ['size', [{ column: 'size', descending: true }, { column: 'size', descending: false }, null]],
    ['time', [{ column: 'time', descending: true }, null]],
  ])('clicks on %s lead to %j', (column, expected) => {
    let sort: ResponseSort | null = null;
    for (const next of expected) {
      sort = nextResponseSort(sort, column);
      expect(sort).toEqual(next);
    }
  });

  it('of rows that come and go in batches is that of all sorted at once', () => {
    const sorter = createResponseSorter();
    const sort: ResponseSort = { column: 'size', descending: true };
    let rows: readonly ResponseRow[] = Array.from({ length: 900 }, (_, index) => row(`first-${index}`, { sizes: sizes(index % 70) })).sort(
      compareRows,
    );
    for (let batch = 0; batch < 40; batch++) {
      const come = Array.from({ length: batch % 7 }, (_, index) =>
        row(`${batch}-${index}`, { startedAt: 990 + batch + index, sizes: sizes((batch * 37 + index * 11) % 50) }),
      );
      const kept = rows.filter((_, index) => (index + batch) % 90 !== 0);
      const changed = kept.map((each, index) => (index % 11 === batch ? { ...each, sizes: sizes(batch) } : each));
      rows = [...changed, ...come].sort(compareRows);
      expect(ids(sorter(rows, sort))).toBe(ids([...rows].sort(responseOrder(sort))));
    }
  });
});

describe('a sorted table', () => {
  function table() {
    const store = createRowsStore();
    store.replace(ROWS);
    return { store, view: createViewStore(store), selection: createSelectionStore(() => {}) };
  }

  it('is moved through in its own order', () => {
    const { view, selection } = table();
    view.sortBy('size');
    expect(ids(view.visible.value)).toBe('badc');
    selection.select(ROWS[1] as ResponseRow);
    selection.move(view.visible.value, 1, view.order.value);
    expect(selection.selected.value?.id).toBe('a');
    expect(indexOfRow(view.visible.value, ROWS[3] as ResponseRow, view.order.value)).toBe(2);
  });

  it('knows which rows it shows, in any order', () => {
    const { view } = table();
    view.sortBy('size');
    view.filter.value = 'size:>0';
    const shown = new Set(view.visible.value.map(({ id }) => id));
    expect(shown.size).toBeGreaterThan(1);
    for (const each of ROWS) expect(view.shows(each)).toBe(shown.has(each.id));
  });

  it('sorts new rows in, and follows the newest again in the order of time', () => {
    const { store, view } = table();
    view.sortBy('size');
    expect(view.place.anchor).toBe('start');
    store.upsert([row('e', { startedAt: 5, sizes: sizes(100) })], []);
    expect(ids(view.visible.value)).toBe('beadc');
    view.sortBy('size');
    view.sortBy('size');
    expect(ids(view.visible.value)).toBe('abcde');
    expect(view.place.anchor).toBe('end');
  });

  it('keeps a selected row in sight where it is when the order becomes another', () => {
    const { view } = table();
    const anchor = { row: ROWS[2] as ResponseRow, offset: -30 };
    Object.assign(view.place, { anchor, active: 'c' });
    view.sortBy('path');
    expect(view.place.anchor).toBe(anchor);
  });
});

describe('the span of the overview', () => {
  it('filters after everything else is taken away, and is part of what hides rows', () => {
    const store = createRowsStore();
    store.replace(ROWS);
    const view = createViewStore(store);
    view.span.value = { from: 2, to: 3 };
    expect(ids(view.visible.value)).toBe('bc');
    expect(ids(view.unfiltered.value)).toBe('abcd');
    view.filter.value = 'zed';
    expect(view.emptyReason.value).toBe('span');
    view.filter.value = 'nothing';
    expect(view.emptyReason.value).toBe('filter');
    view.showEverything();
    expect(ids(view.visible.value)).toBe('abcd');
  });

  it('goes with the recording', () => {
    const store = createRowsStore();
    store.replace(ROWS);
    const view = createViewStore(store);
    view.span.value = { from: 2, to: 3 };
    view.recordingReplaced();
    expect(view.span.value).not.toBeNull();
    store.replace([]);
    view.recordingReplaced();
    expect(view.span.value).toBeNull();
  });
});
