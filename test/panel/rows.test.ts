import { describe, expect, it } from 'vitest';
import { compareRows, indexOfRow, lowerBound, mergeRows } from '../../src/panel/state/row-order.ts';
import { createRowsStore } from '../../src/panel/state/rows.ts';
import { row } from './row.ts';

const ids = (rows: readonly { readonly id: string }[]): string => rows.map(({ id }) => id).join(' ');

describe('the order of rows', () => {
  it('goes by start, then by exchange, then by line, and a row about the request stands first', () => {
    const rows = [
      row('late', { startedAt: 2000 }),
      row('b1', { exchangeId: 'b', line: 1 }),
      row('b0', { exchangeId: 'b', line: 0 }),
      row('b', { exchangeId: 'b', line: null }),
      row('a', { exchangeId: 'a' }),
    ];
    expect(ids([...rows].sort(compareRows))).toBe('a b b0 b1 late');
  });

  it('finds a row by its place', () => {
    const rows = [row('a', { startedAt: 1 }), row('b', { startedAt: 3 }), row('c', { startedAt: 5 })];
    expect(indexOfRow(rows, row('b', { startedAt: 3 }))).toBe(1);
    expect(indexOfRow(rows, row('x', { startedAt: 4 }))).toBe(-1);
    expect(lowerBound(rows, row('x', { startedAt: 4 }))).toBe(2);
    expect(lowerBound(rows, row('x', { startedAt: 9 }))).toBe(3);
  });

  it('merges rows that come late into their place', () => {
    const rows = [row('a', { startedAt: 1 }), row('c', { startedAt: 5 })];
    expect(ids(mergeRows(rows, [row('b', { startedAt: 3 }), row('d', { startedAt: 7 })]))).toBe('a b c d');
    expect(mergeRows(rows, [])).toBe(rows);
  });
});

describe('the rows store', () => {
  it('adds new rows, replaces known ones, and drops those that are gone', () => {
    const store = createRowsStore();
    store.replace([row('b', { startedAt: 2 }), row('a', { startedAt: 1 })]);
    store.upsert([row('c', { startedAt: 3 }), row('a', { startedAt: 1, status: 500 })], ['b']);
    expect(ids(store.rows.value)).toBe('a c');
    expect(store.rows.value[0]?.status).toBe(500);
    expect(store.get('b')).toBeUndefined();
  });

  it('moves a row whose start was corrected', () => {
    const store = createRowsStore();
    store.replace([row('a', { startedAt: 1 }), row('b', { startedAt: 2 }), row('c', { startedAt: 3 })]);
    store.upsert([row('a', { startedAt: 9 })], []);
    expect(ids(store.rows.value)).toBe('b c a');
  });

  it('takes the last of several versions in one batch', () => {
    const store = createRowsStore();
    store.upsert([row('a', { status: 200 }), row('a', { status: 302 })], []);
    expect(store.rows.value.map(({ status }) => status)).toEqual([302]);
  });

  it('keeps a batch in which a row comes and goes out of the table', () => {
    const store = createRowsStore();
    store.upsert([row('a')], ['a']);
    expect(store.rows.value).toEqual([]);
  });

  it('makes a new array for each batch, so that views notice', () => {
    const store = createRowsStore();
    const before = store.rows.value;
    store.upsert([row('a')], []);
    expect(store.rows.value).not.toBe(before);
  });

  it('says when the recording has several hosts', () => {
    const store = createRowsStore();
    store.upsert([row('a')], []);
    expect(store.severalHosts.value).toBe(false);
    store.upsert([row('b', { host: 'cdn.test' })], []);
    expect(store.severalHosts.value).toBe(true);
    store.replace([row('b', { host: 'cdn.test' })]);
    expect(store.severalHosts.value).toBe(false);
  });
});
