import { type ReadonlySignal, type Signal, signal } from '@preact/signals';

/** What the user opened, closed and searches in the session's tree; kept from row to row, so that versions can be compared. */
export interface TreeStore {
  readonly query: Signal<string>;
  readonly toggled: ReadonlySignal<ReadonlyMap<string, boolean>>;
  readonly unlimited: ReadonlySignal<ReadonlySet<string>>;
  /** Id of the line that has the keyboard. */
  readonly active: Signal<string | null>;
  toggle(id: string, expanded: boolean): void;
  showAll(container: string): void;
}

export function createTreeStore(): TreeStore {
  const toggled = signal<ReadonlyMap<string, boolean>>(new Map());
  const unlimited = signal<ReadonlySet<string>>(new Set());
  return {
    query: signal(''),
    toggled,
    unlimited,
    active: signal<string | null>(null),
    toggle(id, expanded) {
      toggled.value = new Map(toggled.peek()).set(id, expanded);
    },
    showAll(container) {
      unlimited.value = new Set(unlimited.peek()).add(container);
    },
  };
}
