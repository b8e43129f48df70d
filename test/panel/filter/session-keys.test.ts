import { describe, expect, it } from 'vitest';
import { createSessionKeysStore } from '../../../src/panel/state/filter/session-keys.ts';
import type { ToWorker } from '../../../src/worker/protocol.ts';

const CART = [{ value: 'cart', count: 2 }];

describe('the keys that the filter completes', () => {
  it('are those of the last answer, and none of a recording that is gone', () => {
    const sent: ToWorker[] = [];
    const store = createSessionKeysStore((message) => void sent.push(message));
    store.ask();
    store.ask();
    expect(sent).toEqual([
      { type: 'session-keys', request: 1 },
      { type: 'session-keys', request: 2 },
    ]);
    store.received({ type: 'session-keys', request: 1, keys: [] });
    store.received({ type: 'session-keys', request: 2, keys: CART });
    expect(store.keys.value).toBe(CART);
    store.ask();
    store.forget();
    store.received({ type: 'session-keys', request: 3, keys: CART });
    expect(store.keys.value).toEqual([]);
  });
});
