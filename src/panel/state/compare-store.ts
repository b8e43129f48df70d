import { type ReadonlySignal, signal } from '@preact/signals';
import type { BrowserCookie } from '../../core/cookies/compare-store.ts';
import type { StoreComparisonView } from '../../core/report/store-comparison.ts';
import type { FromWorker, ToWorker } from '../../worker/protocol.ts';
import type { CookieStoreHost } from '../host.ts';

export type CompareStoreState =
  | { readonly step: 'idle' }
  /** The user is being asked; in Firefox in a tab of its own. */
  | { readonly step: 'asking' }
  | { readonly step: 'refused' }
  | { readonly step: 'failed'; readonly reason: 'no-host' | 'unreadable' }
  | { readonly step: 'compared'; readonly host: string; readonly comparison: StoreComparisonView };

export interface CompareStore {
  readonly state: ReadonlySignal<CompareStoreState>;
  /** Call on a click: browsers ask for a permission only then. */
  compare(): Promise<void>;
  dismiss(): void;
  received(answer: StoreCompared): void;
}

type StoreCompared = Extract<FromWorker, { type: 'store-compared' }>;

export interface CompareStoreContext {
  readonly store: CookieStoreHost;
  inspectedHost(): Promise<string | null>;
  /** Milliseconds since the epoch. */
  now(): number;
}

/** Compares the cookies that the recording predicts for the inspected page's host with those that the browser keeps. */
export function createCompareStore(post: (message: ToWorker) => void, { store, inspectedHost, now }: CompareStoreContext): CompareStore {
  const state = signal<CompareStoreState>({ step: 'idle' });
  const waiting = new Map<number, (answer: StoreCompared) => void>();
  let last = 0;

  const ask = (host: string, kept: readonly BrowserCookie[] | null): Promise<StoreCompared> =>
    new Promise((resolve) => {
      const request = ++last;
      waiting.set(request, resolve);
      post({ type: 'compare-store', request, host, kept, now: now() });
    });

  const read = async (): Promise<CompareStoreState> => {
    const host = await inspectedHost();
    if (host === null) return { step: 'failed', reason: 'no-host' };
    const { domains } = await ask(host, null);
    if (!(await store.request(domains.asked))) return { step: 'refused' };
    // With what is predicted then: in Firefox minutes may have passed.
    const { comparison } = await ask(host, await store.read(domains.read));
    return comparison === null ? { step: 'failed', reason: 'unreadable' } : { step: 'compared', host, comparison };
  };

  /** The newest call alone may write the state. */
  let newest = 0;
  return {
    state,
    async compare() {
      const mine = ++newest;
      state.value = { step: 'asking' };
      const result = await read().catch((): CompareStoreState => ({ step: 'failed', reason: 'unreadable' }));
      if (mine === newest) state.value = result;
    },
    dismiss() {
      newest++;
      state.value = { step: 'idle' };
    },
    received(answer) {
      waiting.get(answer.request)?.(answer);
      waiting.delete(answer.request);
    },
  };
}
