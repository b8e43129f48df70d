import { type ReadonlySignal, signal } from '@preact/signals';
import { compareStores, cookieDomains, cookiesOfHosts, type StoreComparison } from '../../core/cookies/compare-store.ts';
import type { StoredCookie } from '../../core/cookies/storage.ts';
import type { ToWorker } from '../../worker/protocol.ts';
import type { CookieStoreHost } from '../host.ts';

export type CompareStoreState =
  | { readonly step: 'idle' }
  /** The user is being asked; in Firefox in a tab of its own. */
  | { readonly step: 'asking' }
  | { readonly step: 'refused' }
  | { readonly step: 'failed'; readonly reason: 'no-host' | 'unreadable' }
  | { readonly step: 'compared'; readonly host: string; readonly comparison: StoreComparison };

export interface CompareStore {
  readonly state: ReadonlySignal<CompareStoreState>;
  /** Call on a click: browsers ask for a permission only then. */
  compare(): Promise<void>;
  dismiss(): void;
  /** The worker's answer to `predicted-cookies`. */
  received(request: number, cookies: readonly StoredCookie[]): void;
}

export interface CompareStoreContext {
  readonly store: CookieStoreHost;
  inspectedHost(): Promise<string | null>;
  /** Milliseconds since the epoch. */
  now(): number;
}

/** Compares the cookies that the recording predicts for the inspected page's host with those that the browser keeps. */
export function createCompareStore(post: (message: ToWorker) => void, { store, inspectedHost, now }: CompareStoreContext): CompareStore {
  const state = signal<CompareStoreState>({ step: 'idle' });
  const waiting = new Map<number, (cookies: readonly StoredCookie[]) => void>();
  let last = 0;

  const predict = (host: string): Promise<readonly StoredCookie[]> =>
    new Promise((resolve) => {
      const request = ++last;
      waiting.set(request, resolve);
      post({ type: 'predicted-cookies', request, host });
    });

  const read = async (): Promise<CompareStoreState> => {
    const host = await inspectedHost();
    if (host === null) return { step: 'failed', reason: 'no-host' };
    // Chromium shows the cookies of a domain above the host only when that domain is granted, so it is asked for where there are any.
    const above = cookiesOfHosts(await predict(host), [host]).map(({ domain }) => domain);
    if (!(await store.request([...new Set([host, ...above])]))) return { step: 'refused' };
    const kept = cookiesOfHosts(await store.read(cookieDomains(host)), [host]);
    // Anew: in Firefox minutes may have passed.
    const predicted = cookiesOfHosts(await predict(host), [host]);
    return { step: 'compared', host, comparison: compareStores(predicted, kept, now()) };
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
    received(request, cookies) {
      waiting.get(request)?.(cookies);
      waiting.delete(request);
    },
  };
}
