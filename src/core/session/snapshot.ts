import type { RubyValue } from '../serializers/ruby-value.ts';
import { type RubyHash, stringKeys } from './hash.ts';

/** A value in the session that has the shape of a database row. */
export interface RecordSnapshot {
  /** Keys and array indexes from the top of the session. */
  readonly path: readonly string[];
  /** The keys that make it look like a record, `id` first. */
  readonly columns: readonly string[];
}

/** JSON keeps no class name, so a record is known by its columns alone: `id` and at least this many typical ones. */
const TYPICAL_COLUMNS = 2;

/**
 * Record-shaped values at any depth of a session, flash included; the outermost where they nest, and one for all elements
 * of an array. The session itself is no record, whatever keys it has.
 */
export function recordSnapshots(session: RubyValue): readonly RecordSnapshot[] {
  const found = new Map<string, RecordSnapshot>();
  for (const [step, value] of children(session)) visit(value, [step], found);
  return [...found.values()];
}

function visit(value: RubyValue, path: readonly Step[], found: Map<string, RecordSnapshot>): void {
  const columns = value.type === 'hash' ? recordColumns(value) : null;
  if (columns === null) {
    for (const [step, child] of children(value)) visit(child, [...path, step], found);
    return;
  }
  // Elements of an array are one list of records, not a finding each.
  const shape = JSON.stringify(path.map((step) => (typeof step === 'number' ? 0 : step)));
  if (!found.has(shape)) found.set(shape, { path: path.map(String), columns });
}

type Step = string | number;

function children(value: RubyValue): readonly (readonly [Step, RubyValue])[] {
  switch (value.type) {
    case 'hash':
      return value.pairs.map(({ key, value: child }) => [keyText(key), child] as const);
    case 'array':
      return value.items.map((child, index) => [index, child] as const);
    case 'nil':
    case 'boolean':
    case 'integer':
    case 'float':
    case 'string':
      return [];
  }
}

function keyText(key: RubyValue): string {
  return key.type === 'string' || key.type === 'integer' || key.type === 'float' ? key.text : key.type;
}

function recordColumns(hash: RubyHash): readonly string[] | null {
  const keys = [...new Set(stringKeys(hash))];
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
