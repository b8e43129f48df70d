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
