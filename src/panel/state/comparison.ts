import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { RecordingComparison } from '../../core/report/compare-recordings.ts';
import type { ToWorker } from '../../worker/protocol.ts';
import { type ComparisonLine, comparisonLines } from '../text/comparison.ts';

/** The Compare view. */
export interface ComparisonStore {
  /** Null until the worker has told. */
  readonly all: ReadonlySignal<readonly ComparisonLine[] | null>;
  /** What differs, or all. */
  readonly visible: ReadonlySignal<readonly ComparisonLine[]>;
  readonly showAll: Signal<boolean>;
  /** Asks the worker for the comparison, or tells it that it does not show any more. */
  watch(on: boolean): void;
  received(comparison: RecordingComparison | null): void;
}

export function createComparisonStore(post: (message: ToWorker) => void): ComparisonStore {
  const comparison = signal<RecordingComparison | null>(null);
  const showAll = signal(false);
  const all = computed(() => comparison.value && comparisonLines(comparison.value));
  return {
    all,
    visible: computed(() => (all.value ?? []).filter(({ differs }) => differs || showAll.value)),
    showAll,
    watch: (on) => post({ type: 'comparison', on }),
    received(next) {
      comparison.value = next;
    },
  };
}
