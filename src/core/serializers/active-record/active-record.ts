import { bareValue, type NamedValue, type RubyValue } from '../ruby-value.ts';
import { attributeSet } from './attribute-set.ts';
import { hashMembers, isTrue, resolved, variablesOf } from './members.ts';

/** An Active Record object as it was when it was dumped. */
export interface ActiveRecord {
  readonly className: string;
  /** After the casts that the model's types make, where the type is one of Rails' own. */
  readonly attributes: readonly NamedValue[];
  /** Columns with a value that was not saved; null where the stream does not keep that (marshalling format 7.1). */
  readonly changed: readonly string[] | null;
  readonly newRecord: boolean;
}

const known = new WeakMap<RubyValue, ActiveRecord | null>();

/**
 * The value as an Active Record object, in all the forms that Rails has written: the attribute sets of 4.2 to 8.1, the plain hash
 * before them, and the list of `marshalling_format_version` 7.1. Null for everything else.
 */
export function activeRecordOf(value: RubyValue): ActiveRecord | null {
  const bare = bareValue(resolved(value));
  if (bare.type !== 'object' && bare.type !== 'user-marshalled') return null;
  const remembered = known.get(bare);
  if (remembered !== undefined) return remembered;
  const record = bare.type === 'object' ? ofVariables(bare.className, bare.variables) : ofList(bare.className, bare.value);
  known.set(bare, record);
  return record;
}

function ofVariables(className: string, all: readonly NamedValue[]): ActiveRecord | null {
  const variables = variablesOf(all);
  const attributes = variables.get('@attributes');
  const newRecord = variables.get('@new_record');
  if (attributes === undefined || newRecord?.type !== 'boolean') return null;
  const set = attributeSet(attributes);
  if (set !== null) return { className, ...set, newRecord: newRecord.value };
  return ofPlainHash(className, attributes, variables.get('@changed_attributes'), newRecord.value);
}

/** Rails 3 to 4.1: the row as a hash, and the former values of what was changed. */
function ofPlainHash(className: string, attributes: RubyValue, changed: RubyValue | undefined, newRecord: boolean): ActiveRecord | null {
  const row = hashMembers(attributes);
  if (row === null) return null;
  const former = changed === undefined ? null : hashMembers(changed);
  return { className, attributes: row, changed: former?.map(({ name }) => name) ?? [], newRecord };
}

/** `[attributes, new record?, associations]` (ActiveRecord::Marshalling::Methods#_marshal_dump_7_1). */
function ofList(className: string, value: RubyValue): ActiveRecord | null {
  const list = resolved(value);
  if (list.type !== 'array' || list.items.length < 2 || list.items.length > 3) return null;
  const [first, second] = list.items;
  const attributes = first === undefined ? null : hashMembers(first);
  if (attributes === null || second?.type !== 'boolean') return null;
  return { className, attributes, changed: null, newRecord: isTrue(second) };
}
