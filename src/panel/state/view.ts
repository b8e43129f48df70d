import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ResponseRow } from '../../core/report/response-row.ts';
import { hidesNothing, type RowFilter, readFilter } from './filter/read-filter.ts';
import { type Found, filterRows, NOTHING_FOUND } from './filter/row-passes.ts';
import type { RowsStore } from './rows.ts';
import type { TablePlace } from './scroll-anchor.ts';

/** Why the table is empty, when it is: the outermost thing that hides every row. */
export type EmptyReason = 'nothing-recorded' | 'before-navigation' | 'session-only' | 'filter' | 'paused';

export interface ViewStore {
  readonly filter: Signal<string>;
  /** What the filter asks. */
  readonly wanted: ReadonlySignal<RowFilter>;
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
  readonly place: TablePlace;
  togglePause(): void;
  /** Takes away whatever hides rows. */
  showEverything(): void;
  /** Call when the recording was replaced: a paused table then holds what there is now. */
  recordingReplaced(): void;
}

/** `found` is what rows do not tell by themselves. */
export function createViewStore(store: RowsStore, found: ReadonlySignal<Found> = signal(NOTHING_FOUND)): ViewStore {
  const filter = signal('');
  const sessionOnly = signal(false);
  const preserveLog = signal(true);
  const navigatedAt = signal<number | null>(null);
  /** Ids that a paused table shows: it takes changes of these rows and no new ones. */
  const frozen = signal<ReadonlySet<string> | null>(null);

  const wanted = computed(() => readFilter(filter.value));
  const since = computed(() => (preserveLog.value ? null : navigatedAt.value));
  const shown = computed(() => {
    const ids = frozen.value;
    return ids === null ? store.rows.value : store.rows.value.filter((row) => ids.has(row.id));
  });
  const unfiltered = computed(() => sinceThen(shown.value, since.value));
  const sessions = computed(() => (sessionOnly.value ? unfiltered.value.filter((row) => row.session) : unfiltered.value));
  const visible = computed(() => filterRows(sessions.value, wanted.value, hidesNothing(wanted.value) ? NOTHING_FOUND : found.value));

  const emptyReason = computed((): EmptyReason | null => {
    if (visible.value.length > 0) return null;
    if (store.rows.value.length === 0) return 'nothing-recorded';
    if (shown.value.length === 0) return 'paused';
    if (unfiltered.value.length === 0) return 'before-navigation';
    if (sessions.value.length === 0) return 'session-only';
    return 'filter';
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
    visible,
    emptyReason,
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

/** The very same array where nothing is hidden. */
const sinceThen = (rows: readonly ResponseRow[], since: number | null): readonly ResponseRow[] =>
  since === null ? rows : rows.filter((row) => row.startedAt >= since);
