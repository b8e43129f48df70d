import { activeRecordOf } from '../serializers/active-record/active-record.ts';
import { type Child, childrenOf } from '../serializers/children.ts';
import type { RubyHash, RubyValue } from '../serializers/ruby-value.ts';
import { asHash, keyName, keyNames } from './hash.ts';
import { stepText } from './step-text.ts';

/** A value in the session that is a database row, or has the shape of one. */
export interface RecordSnapshot {
  /** Keys, array indexes and variables from the top of the session. */
  readonly path: readonly string[];
  /** The keys that make it look like a record, `id` first; of an Active Record object all its attributes. */
  readonly columns: readonly string[];
  /** The model; null where the serializer keeps no class name. */
  readonly model: string | null;
}

/** JSON keeps no class name, so a record is known by its columns alone: `id` and at least this many typical ones. */
const TYPICAL_COLUMNS = 2;
/** Linked values can be reached by very many ways. */
const MOST_HITS = 1000;

export interface FoundRecord extends RecordSnapshot {
  /** Of an array's elements the first. */
  readonly value: RubyValue;
}

const known = new WeakMap<RubyValue, readonly FoundRecord[]>();

/**
 * Records and record-shaped values at any depth of a session, flash included; the outermost where they nest, and one for all elements
 * of an array. The session itself is no record, whatever keys it has. A session is searched once.
 */
export function recordSnapshots(session: RubyValue): readonly FoundRecord[] {
  const remembered = known.get(session);
  if (remembered !== undefined) return remembered;
  const search = new Search();
  for (const child of childrenOf(session)) search.visit(child, []);
  const found = [...search.found.values()];
  known.set(session, found);
  return found;
}

/** The columns of a record or a record-shaped value by their names. */
export function columnsOf(record: RubyValue): ReadonlyMap<string, RubyValue> {
  const attributes = activeRecordOf(record)?.attributes;
  if (attributes !== undefined) return new Map(attributes.map(({ name, value }) => [name, value]));
  return new Map(
    (asHash(record)?.pairs ?? []).flatMap(({ key, value }) => {
      const name = keyName(key);
      return name === null ? [] : [[name, value] as const];
    }),
  );
}

class Search {
  readonly found = new Map<string, FoundRecord>();
  readonly #without = new Set<RubyValue>();
  #hits = 0;

  /** Whether there is a record in the value. */
  visit({ step, value }: Child, above: readonly Child['step'][]): boolean {
    if (this.#without.has(value) || this.#hits >= MOST_HITS) return false;
    const path = [...above, step];
    const record = recordIn(value);
    if (record === null) {
      const hit = childrenOf(value).filter((child) => this.visit(child, path)).length > 0;
      if (!hit && this.#hits < MOST_HITS) this.#without.add(value);
      return hit;
    }
    this.#hits++;
    // Elements of an array are one list of records, not a finding each.
    const shape = JSON.stringify(path.map((each) => (each.kind === 'index' || each.kind === 'element' ? 0 : stepText(each))));
    if (!this.found.has(shape)) this.found.set(shape, { path: path.map(stepText), ...record, value });
    return true;
  }
}

function recordIn(value: RubyValue): Pick<RecordSnapshot, 'columns' | 'model'> | null {
  const record = activeRecordOf(value);
  if (record !== null) return { columns: idFirst(record.attributes.map(({ name }) => name)), model: record.className };
  const hash = asHash(value);
  const columns = hash && recordColumns(hash);
  return columns && { columns, model: null };
}

const idFirst = (names: readonly string[]): readonly string[] =>
  names.includes('id') ? ['id', ...names.filter((name) => name !== 'id')] : names;

function recordColumns(hash: RubyHash): readonly string[] | null {
  const keys = [...new Set(keyNames(hash))];
  const typical = keys.filter(isTypicalColumn);
  return keys.includes('id') && typical.length >= TYPICAL_COLUMNS ? ['id', ...typical] : null;
}

function isTypicalColumn(key: string): boolean {
  return TYPICAL.has(key) || /^\w+_id$/.test(key) || /^\w+ed_at$/.test(key);
}

const TYPICAL: ReadonlySet<string> = new Set([
  'created_at',
  'updated_at',
  'created_on',
  'updated_on',
  'email',
  'name',
  'first_name',
  'last_name',
  'full_name',
  'username',
  'login',
  'phone',
  'encrypted_password',
  'password_digest',
  'last_sign_in_at',
  'current_sign_in_at',
  'reset_password_sent_at',
  'lock_version',
  'slug',
]);
