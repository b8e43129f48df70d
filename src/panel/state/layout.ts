import { effect, type Signal, signal } from '@preact/signals';
import { COOKIE_COLUMN_IDS, type CookieColumn } from './cookie-order.ts';
import { RESPONSE_COLUMN_IDS, type ResponseColumn } from './response-columns.ts';
import { createSplitStore, type SplitStore } from './split.ts';
import { createTableLayout, type KeptTableLayout, type TableLayout, tableLayoutToKeep } from './table-layout.ts';

/** What the panel remembers from one time to the next: how it is arranged, and nothing of what was recorded. */
export interface KeptLayout {
  readonly split: { readonly beside: number; readonly below: number };
  readonly overview: boolean;
  readonly responses: KeptTableLayout<ResponseColumn>;
  readonly cookies: KeptTableLayout<CookieColumn>;
}

export interface LayoutStore {
  readonly split: SplitStore;
  /** The overview strip is unfolded. */
  readonly overview: Signal<boolean>;
  readonly responses: TableLayout<ResponseColumn>;
  readonly cookies: TableLayout<CookieColumn>;
}

/** `kept` is what `keep` was called with last time, or anything else; `keep` is called whenever something was arranged otherwise. */
export function createLayoutStore(kept: unknown, keep: (layout: KeptLayout) => void): LayoutStore {
  const { split, overview, responses, cookies } = (typeof kept === 'object' && kept !== null ? kept : {}) as Record<string, unknown>;
  const store: LayoutStore = {
    split: createSplitStore(split),
    overview: signal(overview !== false),
    responses: createTableLayout(RESPONSE_COLUMN_IDS, responses),
    cookies: createTableLayout(COOKIE_COLUMN_IDS, cookies),
  };
  let started = false;
  effect(() => {
    const layout: KeptLayout = {
      split: { beside: store.split.beside.value, below: store.split.below.value },
      overview: store.overview.value,
      responses: tableLayoutToKeep(store.responses),
      cookies: tableLayoutToKeep(store.cookies),
    };
    if (started) keep(layout);
    started = true;
  });
  return store;
}
