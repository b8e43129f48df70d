import type { Analysis } from '../core/analysis.ts';
import type { SessionSearch } from '../core/report/session-search.ts';
import type { RubyValue } from '../core/serializers/ruby-value.ts';
import { keyNames } from '../core/session/search-text.ts';
import type { Version } from '../core/session/version.ts';
import { guarded } from './fault.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

type Send = (message: FromWorker) => void;

/** How long one slice may keep the worker from all else, in milliseconds. */
const SLICE = 10;
/** Keys that are told, the most frequent: a session may have identifiers as keys. */
const MOST = 1000;

interface KeySet {
  readonly names: readonly string[];
  rows: number;
}

export interface KeySources {
  analysis(): Analysis;
  readonly texts: SessionSearch;
  /** Versions that no row holds. */
  unseen(): readonly Version[];
}

/** Tells the views which keys the opened sessions hold. Goes through all rows in slices, as `SessionSearch` remembers what is in them. */
export class SessionKeys {
  readonly #sources: KeySources;
  readonly #timers = new Map<Send, ReturnType<typeof setTimeout>>();

  constructor(sources: KeySources) {
    this.#sources = sources;
  }

  ask(send: Send, { request }: Extract<ToWorker, { type: 'session-keys' }>): void {
    this.leave(send);
    // Most responses hold the same keys as others: each set is looked at once.
    const sets = new Map<string, KeySet>();
    for (const { reading } of this.#sources.unseen()) this.#count(sets, reading?.data ?? null);
    this.#slice(send, request, [...this.#sources.analysis().exchangeIds()], sets);
  }

  leave(send: Send): void {
    clearTimeout(this.#timers.get(send));
    this.#timers.delete(send);
  }

  clear(): void {
    for (const send of [...this.#timers.keys()]) this.leave(send);
  }

  #slice(send: Send, request: number, left: string[], sets: Map<string, KeySet>): void {
    const analysis = this.#sources.analysis();
    const end = performance.now() + SLICE;
    for (let id = left.pop(); id !== undefined; id = left.pop()) {
      for (const row of analysis.rows(id)) {
        if (row.reading !== null) this.#count(sets, analysis.facts(row.id)?.reading?.data ?? null);
      }
      if (performance.now() > end) break;
    }
    if (left.length > 0) {
      const next = (): void => guarded('counting keys', () => this.#slice(send, request, left, sets));
      this.#timers.set(send, setTimeout(next));
      return;
    }
    this.#timers.delete(send);
    send({ type: 'session-keys', request, keys: counts(sets).slice(0, MOST) });
  }

  #count(sets: Map<string, KeySet>, data: RubyValue | null): void {
    if (data === null) return;
    const text = this.#sources.texts.keysOf(data);
    const set = sets.get(text) ?? { names: keyNames(data), rows: 0 };
    set.rows++;
    sets.set(text, set);
  }
}

/** The most frequent first. */
function counts(sets: ReadonlyMap<string, KeySet>): { readonly value: string; readonly count: number }[] {
  const counted = new Map<string, number>();
  for (const { names, rows } of sets.values()) for (const name of names) counted.set(name, (counted.get(name) ?? 0) + rows);
  return [...counted].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([value, count]) => ({ value, count }));
}
