import type { Analysis } from '../core/analysis.ts';
import type { ResponseRow } from '../core/report/response-row.ts';

/** Rows as the views know them, to tell which are new, changed or gone. */
export class RowChanges {
  /** Exchanges whose rows may be others. */
  #changed = new Set<string>();
  /** Ids of an exchange's rows. */
  #told = new Map<string, readonly string[]>();

  note(exchangeId: string): void {
    this.#changed.add(exchangeId);
  }

  clear(): void {
    this.#changed.clear();
    this.#told.clear();
  }

  /** What has changed since the last time. */
  take(analysis: Analysis): { readonly rows: readonly ResponseRow[]; readonly gone: readonly string[] } {
    const gone: string[] = [];
    const rows = [...this.#changed].flatMap((exchangeId) => {
      const now = analysis.rows(exchangeId);
      const ids = now.map((row) => row.id);
      gone.push(...(this.#told.get(exchangeId) ?? []).filter((id) => !ids.includes(id)));
      // Most exchanges never have a row.
      if (ids.length > 0) this.#told.set(exchangeId, ids);
      else this.#told.delete(exchangeId);
      return now;
    });
    this.#changed.clear();
    return { rows, gone };
  }
}
