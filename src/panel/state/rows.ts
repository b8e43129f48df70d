import { type ReadonlySignal, signal } from '@preact/signals';
import type { ResponseRow } from '../../core/report/response-row.ts';
import { type CookieCount, CookieTally } from './cookie-tally.ts';
import { restOf } from './filter/row-text.ts';
import { compareRows, indexOfRow, mergeRows } from './row-order.ts';

export interface RowsStore {
  /** Sorted; a new array after each batch. */
  readonly rows: ReadonlySignal<readonly ResponseRow[]>;
  /** More than one host in the recording. */
  readonly severalHosts: ReadonlySignal<boolean>;
  /** Cookies in the recording, by identity. */
  readonly cookies: ReadonlySignal<CookieCount>;
  get(id: string): ResponseRow | undefined;
  replace(rows: readonly ResponseRow[]): void;
  /** New rows are sorted in; known ones (by id) are replaced. */
  upsert(rows: readonly ResponseRow[], gone: readonly string[]): void;
}

export function createRowsStore(): RowsStore {
  const rows = signal<readonly ResponseRow[]>([]);
  const severalHosts = signal(false);
  const byId = new Map<string, ResponseRow>();
  const hosts = new Set<string>();

  let tally = new CookieTally();
  const cookies = signal(tally.count);

  const remember = (row: ResponseRow): void => {
    forget(row.id);
    byId.set(row.id, row);
    restOf(row);
    hosts.add(row.host);
    tally.add(row);
  };
  const forget = (id: string): void => {
    const row = byId.get(id);
    if (row !== undefined) tally.remove(row);
    byId.delete(id);
  };

  return {
    rows,
    severalHosts,
    cookies,
    get: (id) => byId.get(id),
    replace(next) {
      byId.clear();
      hosts.clear();
      tally = new CookieTally();
      for (const row of next) remember(row);
      rows.value = [...byId.values()].sort(compareRows);
      severalHosts.value = hosts.size > 1;
      cookies.value = tally.count;
    },
    upsert(next, gone) {
      const removed = new Set(gone);
      const added = new Map<string, ResponseRow>();
      const list = [...rows.peek()];
      for (const row of next) {
        const known = byId.get(row.id);
        const index = known === undefined ? -1 : indexOfRow(list, known);
        if (known !== undefined && index >= 0 && compareRows(known, row) === 0) list[index] = row;
        else {
          if (index >= 0) list.splice(index, 1);
          added.set(row.id, row);
        }
        remember(row);
      }
      for (const id of removed) forget(id);
      const kept = removed.size === 0 ? list : list.filter((row) => !removed.has(row.id));
      const fresh = [...added.values()].filter((row) => !removed.has(row.id)).sort(compareRows);
      rows.value = mergeRows(kept, fresh);
      severalHosts.value = hosts.size > 1;
      cookies.value = tally.count;
    },
  };
}
