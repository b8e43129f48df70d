import type { Severity } from '../../core/findings/finding.ts';
import { cookieIdentity } from '../../core/report/cookie-row.ts';
import type { ResponseRow } from '../../core/report/response-row.ts';

export interface CookieCount {
  readonly cookies: number;
  /** The worst that was found on any of them, as far as it is a warning or an error. */
  readonly worst: Exclude<Severity, 'info'> | null;
}

/** Counts the recording's cookies as rows come and go, at the same cost however many there are: the tab shows it in every view. */
export class CookieTally {
  readonly #lines = new Map<string, number>();
  #errors = 0;
  #warnings = 0;

  add(row: ResponseRow): void {
    this.#count(row, 1);
  }

  remove(row: ResponseRow): void {
    this.#count(row, -1);
  }

  get count(): CookieCount {
    return { cookies: this.#lines.size, worst: this.#errors > 0 ? 'error' : this.#warnings > 0 ? 'warning' : null };
  }

  #count(row: ResponseRow, by: 1 | -1): void {
    const id = cookieIdentity(row);
    if (id === null) return;
    const lines = (this.#lines.get(id) ?? 0) + by;
    if (lines === 0) this.#lines.delete(id);
    else this.#lines.set(id, lines);
    for (const { severity } of row.findingKinds) {
      if (severity === 'error') this.#errors += by;
      else if (severity === 'warning') this.#warnings += by;
    }
  }
}
