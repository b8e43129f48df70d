import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Severity } from '../../core/findings/finding.ts';
import { isPlainSignOut, type LogoutView } from '../../core/report/logout-view.ts';
import type { ToldLogout } from '../../core/report/logout-words.ts';

/** The Logouts view. */
export interface LogoutsStore {
  /** In the order of the traffic. */
  readonly all: ReadonlySignal<readonly ToldLogout[]>;
  /** Sessions that were lost. */
  readonly faults: ReadonlySignal<readonly ToldLogout[]>;
  /** Sessions that ended as they should. */
  readonly signOuts: ReadonlySignal<readonly ToldLogout[]>;
  /** For the view's tab; null where there is no fault. */
  readonly worst: ReadonlySignal<Severity | null>;
  /** What the row of a response shows: the logout whose loss it is. */
  readonly byRow: ReadonlySignal<ReadonlyMap<string, ToldLogout>>;
  /** Ids of those whose evidence shows. */
  readonly opened: ReadonlySignal<ReadonlySet<string>>;
  received(logouts: readonly ToldLogout[]): void;
  open(id: string): void;
  close(id: string): void;
}

/** A guess is marked as a warning, a verdict as an error. */
export function severityOf({ logout }: LogoutView): Severity {
  if (isPlainSignOut(logout)) return 'info';
  return logout.confidence === 'possible' || logout.cause === 'unknown' ? 'warning' : 'error';
}

export function createLogoutsStore(): LogoutsStore {
  const all = signal<readonly ToldLogout[]>([]);
  const opened = signal<ReadonlySet<string>>(new Set());
  const faults = computed(() => all.value.filter(({ logout }) => !isPlainSignOut(logout)));
  let touched = false;

  return {
    all,
    faults,
    signOuts: computed(() => all.value.filter(({ logout }) => isPlainSignOut(logout))),
    worst: computed(() => {
      if (faults.value.length === 0) return null;
      return faults.value.some((view) => severityOf(view) === 'error') ? 'error' : 'warning';
    }),
    byRow: computed(
      () =>
        new Map(
          all.value.flatMap((view) => {
            const rowId = view.exchanges.find(({ id }) => id === view.logout.exchangeId)?.rowId ?? null;
            return rowId === null ? [] : [[rowId, view] as const];
          }),
        ),
    ),
    opened,
    received(logouts) {
      all.value = logouts;
      if (logouts.length === 0) touched = false;
      const known = new Set(logouts.map(({ id }) => id));
      const still = [...opened.peek()].filter((id) => known.has(id));
      // The newest of the first that come is what is looked for; after that nothing opens by itself.
      const newest = faults.peek().at(-1);
      if (!touched && newest !== undefined) {
        touched = true;
        still.push(newest.id);
      }
      opened.value = new Set(still);
    },
    open(id) {
      opened.value = new Set([...opened.peek(), id]);
    },
    close(id) {
      opened.value = new Set([...opened.peek()].filter((one) => one !== id));
    },
  };
}
