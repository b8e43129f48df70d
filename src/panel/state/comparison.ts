import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ComparisonLine } from '../../core/report/comparison-lines.ts';
import type { ToWorker } from '../../worker/protocol.ts';

/** The Compare view. */
export interface ComparisonStore {
  /** Null until the worker has told. */
  readonly all: ReadonlySignal<readonly ComparisonLine[] | null>;
  /** What differs, or all. */
  readonly visible: ReadonlySignal<readonly ComparisonLine[]>;
  readonly showAll: Signal<boolean>;
  /** Asks the worker for the comparison, or tells it that it does not show any more. */
  watch(on: boolean): void;
  received(lines: readonly ComparisonLine[] | null): void;
}

export function createComparisonStore(post: (message: ToWorker) => void): ComparisonStore {
  const all = signal<readonly ComparisonLine[] | null>(null);
  const showAll = signal(false);
  return {
    all,
    visible: computed(() => (all.value ?? []).filter(({ differs }) => differs || showAll.value)),
    showAll,
    watch: (on) => post({ type: 'comparison', on }),
    received(next) {
      all.value = next;
    },
  };
}
