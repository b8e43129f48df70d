import { bareValue, type NamedValue, NIL, type RubyValue } from '../ruby-value.ts';
import { castValue, isSameValue } from './cast.ts';
import { hashMembers, objectVariables, resolved, variablesOf } from './members.ts';

export interface AttributeSet {
  readonly attributes: readonly NamedValue[];
  readonly changed: readonly string[];
}

/** ActiveModel::AttributeSet and its lazy forms; null for everything else. */
export function attributeSet(value: RubyValue): AttributeSet | null {
  const object = bareValue(value);
  if (object.type !== 'object') return null;
  const variables = variablesOf(object.variables);
  const read = variables.get('@attributes');
  if (read === undefined) return null;
  const values = variables.get('@values');
  // ActiveModel::LazyAttributeSet, 6.1 and up: the raw row, and what was already read or changed.
  if (values !== undefined) {
    return lazySet(rowMembers(values), hashMembers(read), [variables.get('@additional_types'), variables.get('@types')]);
  }
  const plain = hashMembers(read);
  return plain === null ? lazyHash(read) : lazySet([], plain, []);
}

/** LazyAttributeHash of 4.2 to 6.0: `[types, values, additional types, defaults, materialised]`, or an object with these. */
function lazyHash(value: RubyValue): AttributeSet | null {
  const hash = bareValue(value);
  if (hash.type === 'object') {
    const variables = variablesOf(hash.variables);
    const values = variables.get('@values');
    if (values === undefined) return null;
    const read = variables.get('@delegate_hash');
    return lazySet(rowMembers(values), read === undefined ? [] : hashMembers(read), [
      variables.get('@additional_types'),
      variables.get('@types'),
    ]);
  }
  const list = hash.type === 'user-marshalled' ? resolved(hash.value) : null;
  if (list?.type !== 'array' || list.items.length < 4) return null;
  const [types, values, additional] = list.items;
  const read = list.items.at(-1);
  if (values === undefined || read === undefined) return null;
  return lazySet(rowMembers(values), hashMembers(read), [additional, types]);
}

/** `@values` is a hash, or from 8.0 an ActiveRecord::Result::IndexedRow: names to places, and the row. */
function rowMembers(values: RubyValue): readonly NamedValue[] | null {
  const plain = hashMembers(values);
  if (plain !== null) return plain;
  const indexed = objectVariables(values);
  const row = indexed.get('@row');
  const places = indexed.get('@column_indexes');
  const names = places === undefined ? null : hashMembers(places);
  if (row?.type !== 'array' || names === null) return null;
  return names.flatMap(({ name, value }) => {
    const item = value.type === 'integer' ? row.items[Number(value.text)] : undefined;
    return item === undefined ? [] : [{ name, value: resolved(item) }];
  });
}

/** The row's columns cast by their types, and over them the attributes that are there as objects. */
function lazySet(
  row: readonly NamedValue[] | null,
  read: readonly NamedValue[] | null,
  types: readonly (RubyValue | undefined)[],
): AttributeSet | null {
  if (row === null || read === null) return null;
  const typeOf = columnTypes(types);
  const attributes = new Map(row.map(({ name, value }) => [name, castValue(value, typeOf(name))]));
  const changed: string[] = [];
  for (const { name, value } of read) {
    const attribute = objectVariables(value);
    if (attribute.size === 0) return null;
    const current = attributeValue(attribute);
    attributes.set(name, current);
    const original = attribute.get('@original_attribute');
    if (original?.type === 'object' && !isSameValue(current, attributeValue(objectVariables(original)))) changed.push(name);
  }
  return { attributes: [...attributes].map(([name, value]) => ({ name, value })), changed };
}

/** ActiveModel::Attribute: the value where it was asked for, else what it was given, cast by its type. */
function attributeValue(attribute: ReadonlyMap<string, RubyValue>): RubyValue {
  return attribute.get('@value') ?? castValue(attribute.get('@value_before_type_cast') ?? NIL, attribute.get('@type'));
}

function columnTypes(types: readonly (RubyValue | undefined)[]): (name: string) => RubyValue | undefined {
  const members = types.flatMap((each) => (each === undefined ? [] : (hashMembers(each) ?? [])));
  const byName = new Map<string, RubyValue>();
  for (const { name, value } of members) if (!byName.has(name)) byName.set(name, value);
  return (name) => byName.get(name);
}
