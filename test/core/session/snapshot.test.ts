import { describe, expect, test } from 'vitest';
import { readJson } from '../../../src/core/serializers/json.ts';
import { recordSnapshots } from '../../../src/core/session/snapshot.ts';

function snapshotsIn(content: unknown): readonly string[] {
  const value = readJson(JSON.stringify(content));
  if (!value.ok) throw new TypeError('No JSON.');
  return recordSnapshots(value.value).map(({ path, columns }) => `${path.join('.')}: ${columns.join(' ')}`);
}

const record = { id: 1, name: 'Ann', encrypted_password: 'x' };

describe('record-shaped values', () => {
  test.each([
    ['under a key', { user: record }, ['user: id name encrypted_password']],
    [
      'with columns in their own order and others left out',
      { user: { zip: 1, updated_at: 'x', id: 1, owner_id: 2 } },
      ['user: id updated_at owner_id'],
    ],
    ['at any depth', { a: { b: [{ c: record }] } }, ['a.b.0.c: id name encrypted_password']],
    ['in the flash', { flash: { discard: [], flashes: { user: record } } }, ['flash.flashes.user: id name encrypted_password']],
    ['the outermost alone', { order: { ...record, customer: record } }, ['order: id name encrypted_password']],
    [
      'a list of them once',
      { list: [record, record], other: record },
      ['list.0: id name encrypted_password', 'other: id name encrypted_password'],
    ],
    ['not with one typical column', { user: { id: 1, name: 'Ann' } }, []],
    ['not without an id', { user: { name: 'Ann', email: 'a', created_at: 'x' } }, []],
    ['not the session itself', { id: 1, user_id: 2, created_at: 'x' }, []],
    ['not in a scalar', 'text', []],
  ])('%s', (_, content, expected) => {
    expect(snapshotsIn(content)).toEqual(expected);
  });
});
