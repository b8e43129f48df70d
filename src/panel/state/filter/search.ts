import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Needle } from '../../../core/report/session-search.ts';
import type { FromWorker, ToWorker } from '../../../worker/protocol.ts';
import { needleName } from './read-filter.ts';
import type { Found } from './row-passes.ts';

/** What the worker finds in values and opened sessions for the filters of all views. */
export interface SearchStore {
  readonly found: ReadonlySignal<Found>;
  /** The worker has not yet looked at every row. */
  readonly searching: ReadonlySignal<boolean>;
  /** Searches for these from now on, whenever they change. */
  follow(needles: ReadonlySignal<readonly Needle[]>): void;
  received(message: Extract<FromWorker, { type: 'found' }>): void;
  /** The recording was replaced. */
  restart(): void;
}

/** Ids of the rows that hold a needle, by its name. */
type Hits = ReadonlyMap<string, Set<string>>;

/** `lost` are the rows that show a logout. */
export function createSearchStore(post: (message: ToWorker) => void, lost: ReadonlySignal<ReadonlySet<string>>): SearchStore {
  let request = 0;
  let names: readonly string[] = [];
  let wanted: readonly Needle[] = [];
  let hits: Hits = new Map();
  /** Of the search before this one, for needles that both have: they stand until this one is done. */
  let before: Hits = new Map();
  const searching = signal(false);
  const changes = signal(0);
  /** Asked for every row: the rows of a needle are looked up once. */
  let known = new Map<Needle, readonly ReadonlySet<string>[]>();

  const start = (needles: readonly Needle[], keep: boolean): void => {
    if (needles.length === 0 && wanted.length === 0) return;
    wanted = needles;
    names = needles.map(needleName);
    before = keep ? new Map([...before, ...hits]) : new Map();
    hits = new Map(names.map((name) => [name, new Set<string>()]));
    known = new Map();
    searching.value = needles.length > 0;
    // What is found for any needle is the same as before: who filters does not go through all rows again.
    if (!keep) changes.value++;
    post({ type: 'search', request: ++request, needles });
  };

  const takesBack = (): boolean =>
    names.some((name) => {
      const now = hits.get(name);
      return [...(before.get(name) ?? [])].some((id) => !now?.has(id));
    });

  return {
    searching,
    found: computed((): Found => {
      void changes.value;
      const rowsOf = (needle: Needle): readonly ReadonlySet<string>[] => {
        const name = needleName(needle);
        const rows = [hits, before].flatMap((each) => each.get(name) ?? []);
        known.set(needle, rows);
        return rows;
      };
      const has = (needle: Needle, rowId: string): boolean => {
        for (const rows of known.get(needle) ?? rowsOf(needle)) if (rows.size > 0 && rows.has(rowId)) return true;
        return false;
      };
      return { has, lost: lost.value };
    }),
    follow(needles) {
      const all = computed(() => [...new Map(needles.value.map((needle) => [needleName(needle), needle])).values()]);
      effect(() => {
        const next = all.value;
        if (next.map(needleName).join('\n') !== names.join('\n')) start(next, true);
      });
    },
    received({ request: answered, rows, done }) {
      if (answered !== request) return;
      for (const { rowId, needles } of rows) {
        names.forEach((name, index) => {
          const ids = hits.get(name);
          if (needles.includes(index)) ids?.add(rowId);
          else ids?.delete(rowId);
        });
      }
      // Nor for an answer that finds nothing, and takes nothing back.
      const news = rows.length > 0 || (done && takesBack());
      if (done) {
        before = new Map();
        known = new Map();
      }
      searching.value = !done;
      if (news) changes.value++;
    },
    restart() {
      start(wanted, false);
    },
  };
}
