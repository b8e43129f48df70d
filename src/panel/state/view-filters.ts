import { computed, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Needle } from '../../core/report/session-search.ts';
import type { CookiesStore } from './cookies.ts';
import type { ValueCount } from './filter/completion.ts';
import type { Token } from './filter/filter-terms.ts';
import { valuesOf } from './filter/filter-values.ts';
import type { RowFilter } from './filter/read-filter.ts';
import type { Found } from './filter/row-passes.ts';
import type { HistoryStore } from './history.ts';
import type { ViewStore } from './view.ts';

/** What the filter field shows of a view. */
export interface ViewFilter {
  readonly filter: Signal<string>;
  /** What the filter asks. */
  readonly wanted: ReadonlySignal<RowFilter>;
  /** What a token can be completed with; `key` reads a signal, the others count what there is. */
  valuesOf(token: Token): readonly ValueCount[];
}

export interface ViewFilters {
  readonly responses: ViewFilter;
  readonly cookies: ViewFilter;
  readonly history: ViewFilter;
}

interface Stores {
  readonly view: ViewStore;
  readonly cookies: CookiesStore;
  readonly history: HistoryStore;
  readonly found: ReadonlySignal<Found>;
  /** Of opened sessions. */
  readonly keys: ReadonlySignal<readonly ValueCount[]>;
}

/** The filter of each view that has one, a text of its own each. */
export function createViewFilters({ view, cookies, history, found, keys }: Stores): ViewFilters {
  const valuesOfRows = (token: Token): readonly ValueCount[] =>
    token === 'key' ? keys.value : valuesOf(token, view.unfiltered.peek(), found.peek().lost);
  return {
    responses: { filter: view.filter, wanted: view.wanted, valuesOf: valuesOfRows },
    cookies: { filter: cookies.filter, wanted: cookies.wanted, valuesOf: valuesOfRows },
    history: {
      filter: history.filter.filter,
      wanted: history.filter.wanted,
      valuesOf: (token) => (token === 'key' ? keys.value : history.filter.valuesOf(token, history.unfiltered.peek())),
    },
  };
}

/** What the worker must look for, for all of them. */
export const needlesOf = (filters: ViewFilters): ReadonlySignal<readonly Needle[]> =>
  computed(() => Object.values(filters).flatMap(({ wanted }: ViewFilter) => wanted.value.needles));
