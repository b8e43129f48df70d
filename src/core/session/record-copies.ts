import { bareValue, type RubyValue } from '../serializers/ruby-value.ts';
import type { SessionHistory } from './history.ts';
import { columnsOf, type FoundRecord, recordSnapshots } from './snapshot.ts';
import { ValueIds } from './value-ids.ts';
import type { Version } from './version.ts';

/** One state of one record, as some version of the session holds it. */
export interface RecordCopy {
  readonly path: readonly string[];
  readonly model: string | null;
  /** Shared by copies that are equal. */
  readonly value: number;
  readonly columns: ReadonlyMap<string, RubyValue>;
  /** Milliseconds since the epoch, by the row's own column; null without one. */
  readonly updatedAt: number | null;
  /** When the first version that holds it is first there; milliseconds since the epoch. */
  readonly firstSeen: number;
}

export type Contradiction = 'newer-updated-at' | 'other-copy';

/** All copies of records in all versions of a session. */
export class RecordCopies {
  readonly #ids = new ValueIds();
  /** By the record that they are copies of. */
  readonly #copies = new Map<string, Map<number, RecordCopy>>();
  readonly #inVersion = new Map<Version, ReadonlyMap<string, RecordCopy>>();

  constructor({ versions }: SessionHistory) {
    for (const version of versions.toSorted((a, b) => a.at - b.at)) {
      const data = version.reading?.data ?? null;
      const found = data === null ? [] : recordSnapshots(data);
      if (found.length === 0) continue;
      this.#inVersion.set(version, new Map(found.map((record) => [JSON.stringify(record.path), this.#copy(record, version.at)])));
    }
  }

  /** By path. */
  of(version: Version | null): ReadonlyMap<string, RecordCopy> {
    return (version && this.#inVersion.get(version)) ?? new Map<string, RecordCopy>();
  }

  /** How another copy that was there by then shows this one to be old. */
  contradiction(copy: RecordCopy, at: number): Contradiction | null {
    const others = [...(this.#copies.get(recordKey(copy) ?? '')?.values() ?? [])].filter((other) => other.firstSeen <= at);
    if (others.some((other) => copy.updatedAt !== null && other.updatedAt !== null && other.updatedAt > copy.updatedAt)) {
      return 'newer-updated-at';
    }
    return others.some((other) => this.#isOtherAndLater(copy, other)) ? 'other-copy' : null;
  }

  #isOtherAndLater(copy: RecordCopy, other: RecordCopy): boolean {
    if (other.firstSeen <= copy.firstSeen || (copy.updatedAt !== null && other.updatedAt !== null)) return false;
    return [...copy.columns].some(([name, value]) => {
      const there = other.columns.get(name);
      return there !== undefined && this.#ids.of(there) !== this.#ids.of(value);
    });
  }

  #copy({ path, model, value: record }: FoundRecord, at: number): RecordCopy {
    const value = this.#ids.of(record);
    const columns = columnsOf(record);
    const copy = { path, model, value, columns, updatedAt: timeOf(columns.get('updated_at')), firstSeen: at };
    const key = recordKey(copy);
    if (key === null) return copy;
    const known = this.#copies.get(key) ?? new Map<number, RecordCopy>();
    this.#copies.set(key, known);
    // The same state at another path is the same copy, seen earlier.
    const first = known.get(value) ?? copy;
    known.set(value, first);
    return { ...copy, firstSeen: first.firstSeen };
  }
}

/** Which row it is: by model and id, or by the name that it is kept under, where no class name tells. */
function recordKey({ path, model, columns }: Pick<RecordCopy, 'path' | 'model' | 'columns'>): string | null {
  const id = columns.get('id');
  const bare = id === undefined ? null : bareValue(id);
  if (bare?.type !== 'integer' && bare?.type !== 'string') return null;
  const key = path.findLast((step) => !/^\d+$/.test(step)) ?? '';
  const named = model?.replace(/^.*::/s, '').replace(/([a-z])(?=[A-Z])/g, '$1_') ?? key.replace(/^:?(current_)?/, '').replace(/s$/, '');
  return JSON.stringify([named.toLowerCase(), bare.text]);
}

/** A time, or its text in JSON. */
function timeOf(value: RubyValue | undefined): number | null {
  const bare = value === undefined ? null : bareValue(value);
  const text = bare?.type === 'time' ? bare.instant : bare?.type === 'string' || bare?.type === 'datetime' ? bare.text : '';
  // Nanoseconds are more than `Date` reads.
  const time = Date.parse(text.replace(/(\.\d{3})\d+/, '$1'));
  return Number.isNaN(time) ? null : time;
}
