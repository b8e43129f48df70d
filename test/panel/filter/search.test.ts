import { computed, signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { Needle } from '../../../src/core/report/session-search.ts';
import { createSearchStore } from '../../../src/panel/state/filter/search.ts';
import type { ToWorker } from '../../../src/worker/protocol.ts';

const blue: Needle = { kind: 'text', text: 'blue' };
const cart: Needle = { kind: 'key', text: 'cart' };

function search() {
  const sent: Extract<ToWorker, { type: 'search' }>[] = [];
  const lost = signal<ReadonlySet<string>>(new Set());
  const store = createSearchStore((message) => void (message.type === 'search' && sent.push(message)), lost);
  const needles = signal<readonly Needle[]>([]);
  store.follow(computed(() => needles.value));
  const answer = (rows: Readonly<Record<string, readonly number[]>>, done = true, request = sent.at(-1)?.request ?? 0) =>
    store.received({ type: 'found', request, done, rows: Object.entries(rows).map(([rowId, held]) => ({ rowId, needles: held })) });
  const has = (needle: Needle) => ['a', 'b'].filter((id) => store.found.value.has(needle, id)).join(' ');
  return { store, sent, needles, answer, has, lost };
}

describe('the search in opened sessions', () => {
  it('asks the worker when there is something to look for, and ends the search when there is not', () => {
    const { sent, needles } = search();
    expect(sent).toEqual([]);
    needles.value = [blue, cart, blue];
    needles.value = [blue, cart];
    needles.value = [];
    expect(sent).toEqual([
      { type: 'search', request: 1, needles: [blue, cart] },
      { type: 'search', request: 2, needles: [] },
    ]);
  });

  it('takes what is found, and what is no longer there', () => {
    const { store, needles, answer, has } = search();
    needles.value = [blue, cart];
    expect(store.searching.value).toBe(true);
    answer({ a: [0], b: [0, 1] }, false);
    expect([has(blue), has(cart)]).toEqual(['a b', 'b']);
    answer({ a: [], b: [1] });
    expect([has(blue), has(cart), store.searching.value]).toEqual(['', 'b', false]);
  });

  it('lets nobody filter anew for an answer that finds nothing', () => {
    const { store, needles, answer } = search();
    needles.value = [blue];
    const before = store.found.value;
    answer({}, false);
    expect(store.found.value).toBe(before);
    answer({ a: [0] }, false);
    expect(store.found.value).not.toBe(before);
  });

  it('lets nobody filter anew for a question, nor for an answer that takes nothing back', () => {
    const { store, needles, answer, has } = search();
    needles.value = [blue];
    answer({ a: [0] });
    const before = store.found.value;
    needles.value = [blue, cart];
    expect(store.found.value).toBe(before);
    expect([has(blue), has(cart)]).toEqual(['a', '']);
    answer({ a: [0] }, false);
    const found = store.found.value;
    answer({}, true);
    expect(store.found.value).toBe(found);
    expect(has(blue)).toBe('a');
  });

  it('takes no answer to an older question', () => {
    const { needles, answer, has } = search();
    needles.value = [blue];
    needles.value = [cart];
    answer({ a: [0] }, true, 1);
    expect([has(blue), has(cart)]).toEqual(['', '']);
  });

  it('keeps what it knows of a needle until the next search is done', () => {
    const { needles, answer, has } = search();
    needles.value = [blue];
    answer({ a: [0] });
    needles.value = [cart, blue];
    expect(has(blue)).toBe('a');
    answer({ b: [1] }, false);
    expect(has(blue)).toBe('a b');
    answer({}, true);
    expect(has(blue)).toBe('b');
  });

  it('starts over with another recording', () => {
    const { store, sent, needles, answer, has } = search();
    needles.value = [blue];
    answer({ a: [0] });
    store.restart();
    expect(sent.at(-1)).toEqual({ type: 'search', request: 2, needles: [blue] });
    expect(has(blue)).toBe('');
  });

  it('tells which rows show a logout', () => {
    const { store, lost } = search();
    lost.value = new Set(['a']);
    expect([...store.found.value.lost]).toEqual(['a']);
  });
});
