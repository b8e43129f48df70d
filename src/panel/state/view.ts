import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ResponseRow } from '../../core/report/response-row.ts';
import { hidesNothing, type RowFilter, readFilter } from './filter/read-filter.ts';
import { type Found, filterRows, NOTHING_FOUND } from './filter/row-passes.ts';
import { switchWord, wantsWord } from './filter/word-switch.ts';
import type { ResponseColumn } from './response-columns.ts';
import { createResponseSorter, nextResponseSort, type ResponseSort, responseOrder } from './response-order.ts';
import { indexOfRow, type RowOrder } from './row-order.ts';
import type { RowsStore } from './rows.ts';
import type { ListPlace } from './scroll-anchor.ts';
import { rowsInSpan, type TimeSpan } from './time-span.ts';

/** Why the table is empty, when it is: the outermost thing that hides every row. */
export type EmptyReason = 'nothing-recorded' | 'before-navigation' | 'session-only' | 'filter' | 'paused' | 'span';

export interface ViewStore {
  readonly filter: Signal<string>;
  /** What the filter asks. */
  readonly wanted: ReadonlySignal<RowFilter>;
  /** The filter wants `is:session`. */
  readonly sessionOnly: ReadonlySignal<boolean>;
  readonly preserveLog: Signal<boolean>;
  readonly navigatedAt: Signal<number | null>;
  readonly paused: ReadonlySignal<boolean>;
  /** Rows that came since the table was paused. */
  readonly cameWhilePaused: ReadonlySignal<number>;
  /** What there is to show before anything is filtered: of a paused table what it held, and without Preserve log the newest page's. */
  readonly unfiltered: ReadonlySignal<readonly ResponseRow[]>;
  /** Selected in the overview; null shows all times. */
  readonly span: Signal<TimeSpan | null>;
  /** Of `unfiltered` what lies in the span. */
  readonly inSpan: ReadonlySignal<readonly ResponseRow[]>;
  /** Null is the order of time. */
  readonly sort: ReadonlySignal<ResponseSort | null>;
  /** The order of `visible`. */
  readonly order: ReadonlySignal<RowOrder>;
  /** What the table shows. */
  readonly visible: ReadonlySignal<readonly ResponseRow[]>;
  /** Whether the table has this row now. */
  shows(row: ResponseRow): boolean;
  readonly emptyReason: ReadonlySignal<EmptyReason | null>;
  /** Whether what began at this row, or at this time where there is none, does not show for the same reasons as in `unfiltered`. */
  readonly hides: ReadonlySignal<(rowId: string, at: number) => boolean>;
  readonly place: ListPlace<ResponseRow>;
  /** Sorts by a column, then the other way, then by time again. */
  sortBy(column: ResponseColumn): void;
  /** Puts `is:session` into the filter, or takes it out. */
  toggleSessionOnly(): void;
  togglePause(): void;
  /** Takes away whatever hides rows. */
  showEverything(): void;
  /** Call when the recording was replaced: a paused table then holds what there is now. */
  recordingReplaced(): void;
}

/** `found` is what rows do not tell by themselves. */
export function createViewStore(
  store: RowsStore,
  sort: Signal<ResponseSort | null> = signal(null),
  found: ReadonlySignal<Found> = signal(NOTHING_FOUND),
): ViewStore {
  const span = signal<TimeSpan | null>(null);
  const sorted = createResponseSorter();
  const place: ListPlace<ResponseRow> = { anchor: 'end', active: null };
  const filter = signal('');
  const preserveLog = signal(true);
  const navigatedAt = signal<number | null>(null);
  /** Ids that a paused table shows: it takes changes of these rows and no new ones. */
  const frozen = signal<ReadonlySet<string> | null>(null);

  const wanted = computed(() => readFilter(filter.value));
  const sessionOnly = computed(() => wantsWord(wanted.value, 'is', 'session'));
  const since = computed(() => (preserveLog.value ? null : navigatedAt.value));
  const shown = computed(() => {
    const ids = frozen.value;
    return ids === null ? store.rows.value : store.rows.value.filter((row) => ids.has(row.id));
  });
  const unfiltered = computed(() => sinceThen(shown.value, since.value));
  const inSpan = computed(() => rowsInSpan(unfiltered.value, span.value));
  const passing = (list: readonly ResponseRow[]): readonly ResponseRow[] =>
    filterRows(list, wanted.value, hidesNothing(wanted.value) ? NOTHING_FOUND : found.value);
  const visible = computed(() => sorted(passing(inSpan.value), sort.value));

  const order = computed(() => responseOrder(sort.value));

  const emptyReason = computed((): EmptyReason | null => {
    if (visible.value.length > 0) return null;
    if (store.rows.value.length === 0) return 'nothing-recorded';
    if (shown.value.length === 0) return 'paused';
    if (unfiltered.value.length === 0) return 'before-navigation';
    if (sessionOnly.value && !unfiltered.value.some((row) => row.session)) return 'session-only';
    if (passing(unfiltered.value).length > 0) return 'span';
    return 'filter';
  });

  const hides = computed(() => {
    const [ids, from] = [frozen.value, since.value];
    return (rowId: string, at: number): boolean => {
      const row = store.get(rowId);
      return (from !== null && (row?.startedAt ?? at) < from) || (ids !== null && row !== undefined && !ids.has(rowId));
    };
  });

  const freeze = (): void => {
    frozen.value = new Set(store.rows.peek().map((row) => row.id));
  };
  return {
    filter,
    wanted,
    sessionOnly,
    preserveLog,
    navigatedAt,
    paused: computed(() => frozen.value !== null),
    cameWhilePaused: computed(() => (frozen.value === null ? 0 : store.rows.value.length - shown.value.length)),
    unfiltered,
    span,
    inSpan,
    sort,
    order,
    visible,
    shows: (row) => indexOfRow(visible.value, row, order.value) >= 0,
    emptyReason,
    hides,
    place,
    sortBy(column) {
      sort.value = nextResponseSort(sort.peek(), column);
      // A row that is selected and in sight stays there; else the beginning of the new order is what is looked for.
      const { anchor, active } = place;
      if (typeof anchor === 'string' || anchor.row.id !== active) place.anchor = sort.value === null ? 'end' : 'start';
    },
    toggleSessionOnly() {
      filter.value = switchWord(filter.peek(), wanted.peek(), 'is', 'session', !sessionOnly.peek());
    },
    togglePause() {
      if (frozen.peek() === null) freeze();
      else frozen.value = null;
    },
    showEverything() {
      filter.value = '';
      preserveLog.value = true;
      span.value = null;
      frozen.value = null;
    },
    recordingReplaced() {
      if (frozen.peek() !== null) freeze();
      if (rowsInSpan(store.rows.peek(), span.peek()).length === 0) span.value = null;
    },
  };
}

/** The very same array where nothing is hidden. */
const sinceThen = (rows: readonly ResponseRow[], since: number | null): readonly ResponseRow[] =>
  since === null ? rows : rows.filter((row) => row.startedAt >= since);
