import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { HistoryView, VersionView } from '../../core/report/history-view.ts';
import type { ValueCount } from './filter/completion.ts';
import type { Token } from './filter/filter-terms.ts';
import { countValues, SIZES, valuesOfRow } from './filter/filter-values.ts';
import { hidesNothing, type RowFilter, readFilter } from './filter/read-filter.ts';
import type { Found } from './filter/row-passes.ts';
import { versionPasses } from './filter/version-passes.ts';
import { isTrueOfVersion, type SetVersion, VERSION_WORDS } from './filter/version-words.ts';
import type { RowsStore } from './rows.ts';

/** The filter of the History view, whichever cookie shows. */
export interface HistoryFilter {
  readonly filter: Signal<string>;
  /** What the filter asks. */
  readonly wanted: ReadonlySignal<RowFilter>;
  /** Those that pass; the very same array when nothing can be hidden. */
  passing(history: HistoryView, versions: readonly VersionView[]): readonly VersionView[];
  /** What a token can be completed with: values that occur in the versions, the most frequent first. */
  valuesOf(token: Exclude<Token, 'key'>, versions: readonly VersionView[]): readonly ValueCount[];
}

/** `found` is what rows do not tell by themselves. */
export function createHistoryFilter(rows: RowsStore, found: ReadonlySignal<Found>): HistoryFilter {
  const filter = signal('');
  const wanted = computed(() => readFilter(filter.value, VERSION_WORDS));
  const withRows = (version: VersionView): SetVersion => ({
    version,
    rows: [...new Set([version.id, ...version.setBy])].flatMap((id) => rows.get(id) ?? []),
  });
  return {
    filter,
    wanted,
    passing({ name }, versions) {
      const asked = wanted.value;
      if (hidesNothing(asked)) return versions;
      // The rows that set them may have changed.
      void rows.rows.value;
      const facts = found.value;
      return versions.filter((version) => versionPasses(withRows(version), name, asked, facts));
    },
    valuesOf(token, versions) {
      if (token === 'size') return SIZES;
      const { lost } = found.peek();
      const sets = versions.map(withRows);
      if (token === 'event' || token === 'is' || token === 'finding') {
        return countValues(sets, (set) => VERSION_WORDS[token].filter((word) => isTrueOfVersion(set, token, word, lost)));
      }
      return countValues(sets, (set) => set.rows.flatMap((row) => valuesOfRow(token, row, lost)));
    },
  };
}
