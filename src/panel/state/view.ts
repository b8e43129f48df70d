import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ResponseRow } from '../../core/report/response-row.ts';
import { filterRows, filterWords } from './row-filter.ts';
import type { RowsStore } from './rows.ts';
import type { TablePlace } from './scroll-anchor.ts';

/** Why the table is empty, when it is: the outermost thing that hides every row. */
export type EmptyReason = 'nothing-recorded' | 'before-navigation' | 'session-only' | 'filter' | 'paused';

export interface ViewStore {
  readonly filter: Signal<string>;
  readonly sessionOnly: Signal<boolean>;
  readonly preserveLog: Signal<boolean>;
  readonly navigatedAt: Signal<number | null>;
  readonly paused: ReadonlySignal<boolean>;
  /** Rows that came since the table was paused. */
  readonly cameWhilePaused: ReadonlySignal<number>;
  /** What there is to show before anything is filtered: of a paused table what it held, and without Preserve log the newest page's. */
  readonly unfiltered: ReadonlySignal<readonly ResponseRow[]>;
  /** What the table shows. */
  readonly visible: ReadonlySignal<readonly ResponseRow[]>;
  readonly emptyReason: ReadonlySignal<EmptyReason | null>;
  /** Whether what began at this row, or at this time where there is none, does not show for the same reasons as in `unfiltered`. */
  readonly hides: ReadonlySignal<(rowId: string, at: number) => boolean>;
  readonly place: TablePlace;
  togglePause(): void;
  /** Takes away whatever hides rows. */
  showEverything(): void;
  /** Call when the recording was replaced: a paused table then holds what there is now. */
  recordingReplaced(): void;
}

export function createViewStore(store: RowsStore): ViewStore {
  const filter = signal('');
  const sessionOnly = signal(false);
  const preserveLog = signal(true);
  const navigatedAt = signal<number | null>(null);
  /** Ids that a paused table shows: it takes changes of these rows and no new ones. */
  const frozen = signal<ReadonlySet<string> | null>(null);

  const words = computed(() => filterWords(filter.value));
  const since = computed(() => (preserveLog.value ? null : navigatedAt.value));
  const shown = computed(() => {
    const ids = frozen.value;
    return ids === null ? store.rows.value : store.rows.value.filter((row) => ids.has(row.id));
  });
  const unfiltered = computed(() => filterRows(shown.value, { words: [], sessionOnly: false, since: since.value }));
  const visible = computed(() => filterRows(unfiltered.value, { words: words.value, sessionOnly: sessionOnly.value, since: null }));

  const emptyReason = computed((): EmptyReason | null => {
    if (visible.value.length > 0) return null;
    if (store.rows.value.length === 0) return 'nothing-recorded';
    if (shown.value.length === 0) return 'paused';
    const passes = (sessions: boolean, at: number | null): boolean =>
      filterRows(shown.value, { words: [], sessionOnly: sessions, since: at }).length > 0;
    if (!passes(false, since.value)) return 'before-navigation';
    if (!passes(sessionOnly.value, since.value)) return 'session-only';
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
    sessionOnly,
    preserveLog,
    navigatedAt,
    paused: computed(() => frozen.value !== null),
    cameWhilePaused: computed(() => (frozen.value === null ? 0 : store.rows.value.length - shown.value.length)),
    unfiltered,
    visible,
    emptyReason,
    hides,
    place: { anchor: 'end', selected: null },
    togglePause() {
      if (frozen.peek() === null) freeze();
      else frozen.value = null;
    },
    showEverything() {
      filter.value = '';
      sessionOnly.value = false;
      preserveLog.value = true;
      frozen.value = null;
    },
    recordingReplaced() {
      if (frozen.peek() !== null) freeze();
    },
  };
}
