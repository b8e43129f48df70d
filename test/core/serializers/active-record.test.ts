import { describe, expect, test } from 'vitest';
import { type ActiveRecord, activeRecordOf } from '../../../src/core/serializers/active-record/active-record.ts';
import { childrenOf } from '../../../src/core/serializers/children.ts';
import { writeNeutralJson } from '../../../src/core/serializers/neutral-json.ts';
import type { RubyValue } from '../../../src/core/serializers/ruby-value.ts';
import { MARSHAL_FILES, marshalRows, readRow } from './marshal-rows.ts';
import { comparable } from './neutral-comparison.ts';

/** The outermost records, as Rails sees them. */
function recordsIn(value: RubyValue): readonly ActiveRecord[] {
  const record = activeRecordOf(value);
  return record === null ? childrenOf(value).flatMap((child) => recordsIn(child.value)) : [record];
}

function shown({ className, attributes, newRecord }: ActiveRecord): unknown {
  const pairs = attributes.map(({ name, value }) => [name, JSON.parse(writeNeutralJson(value))]);
  const members = Object.fromEntries(pairs);
  return { class: className, id: members.id, new_record: newRecord, attributes: members };
}

const rows = MARSHAL_FILES.flatMap((file) => marshalRows(file).map((row) => [file, row.id, row.description, row] as const));

const text = (content: string): RubyValue => ({ type: 'string', text: content });
const NIL: RubyValue = { type: 'nil' };
const hash = (members: Readonly<Record<string, RubyValue>>): RubyValue => ({
  type: 'hash',
  pairs: Object.entries(members).map(([key, value]) => ({ key: text(key), value })),
});
const object = (className: string, variables: Readonly<Record<string, RubyValue>>): RubyValue => ({
  type: 'object',
  className,
  variables: Object.entries(variables).map(([name, value]) => ({ name: `@${name}`, value })),
});
const attribute = (value: RubyValue, original: RubyValue): RubyValue =>
  object('ActiveModel::Attribute::FromUser', { name: text('plan'), value_before_type_cast: value, original_attribute: original });

/** The forms of the versions that the rows above do not cover. */
describe('older forms', () => {
  const row = hash({ id: { type: 'integer', text: '7' }, admin: { type: 'integer', text: '0' }, plan: text('free') });
  const types = hash({ admin: object('ActiveModel::Type::Boolean', {}) });
  const read = hash({ plan: attribute(text('gold'), attribute(text('free'), NIL)) });
  const list = (...items: readonly RubyValue[]): RubyValue => ({ type: 'array', items });
  const record = (attributes: RubyValue, more: Readonly<Record<string, RubyValue>> = {}): RubyValue =>
    object('Account', { attributes, new_record: { type: 'boolean', value: false }, ...more });
  const set = (attributes: RubyValue): RubyValue => object('ActiveRecord::AttributeSet', { attributes });
  const lazy = 'ActiveRecord::LazyAttributeHash';

  test.each<[string, RubyValue, boolean]>([
    [
      '5.0 to 6.0: a lazy hash that dumps itself as a list',
      record(set({ type: 'user-marshalled', className: lazy, value: list(types, row, hash({}), hash({}), read) })),
      false,
    ],
    [
      '4.2: a lazy hash with its variables',
      record(set(object(lazy, { types, values: row, additional_types: hash({}), delegate_hash: read }))),
      false,
    ],
    [
      '3.0 to 4.1: a plain hash and what was changed',
      record(hash({ id: { type: 'integer', text: '7' }, admin: { type: 'boolean', value: false }, plan: text('gold') }), {
        changed_attributes: hash({ plan: text('free') }),
      }),
      false,
    ],
  ])('%s', (_version, value, admin) => {
    const found = activeRecordOf(value);
    const shownAttributes = Object.fromEntries(
      found?.attributes.map((each) => [each.name, JSON.parse(writeNeutralJson(each.value))]) ?? [],
    );
    expect(shownAttributes).toEqual({ id: 7, admin, plan: 'gold' });
    expect(found).toMatchObject({ className: 'Account', changed: ['plan'], newRecord: false });
  });

  test.each([
    ['an object with other attributes', record(text('x'))],
    ['an object that has no idea whether it is new', object('A', { attributes: hash({}) })],
    ['a list that is none of a record', { type: 'user-marshalled', className: 'A', value: list(hash({}), text('x')) } as const],
  ])('%s is none', (_what, value) => {
    expect(activeRecordOf(value)).toBeNull();
  });
});

describe('records of Active Record', () => {
  test.each(rows.filter(([, , , row]) => row.records !== undefined))('%s, %s is what it is to Rails: %s', (_file, _id, _what, row) => {
    expect(comparable(recordsIn(readRow(row)).map(shown))).toEqual(comparable(row.records));
  });

  test.each(rows.filter(([, , , row]) => row.records === undefined))('%s, %s is none: %s', (_file, _id, _what, row) => {
    expect(recordsIn(readRow(row))).toEqual([]);
  });

  const changes = (id: string) => rows.filter(([, rowId]) => rowId === id).map(([, , , row]) => row);
  test.each([
    ['ar_saved', []],
    ['ar_read', []],
    ['ar_changed', ['plan']],
    ['ar_new', ['email', 'name']],
    ['ar_destroyed', []],
    ['ar71_saved', null],
  ])('%s has the changed columns %j', (id, columns) => {
    const found = changes(id).flatMap((row) => recordsIn(readRow(row)).map((record) => record.changed));
    expect(found.length).toBeGreaterThan(0);
    for (const changed of found) expect(changed).toEqual(columns);
  });
});
