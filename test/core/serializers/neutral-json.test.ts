import { expect, test } from 'vitest';
import { readJson } from '../../../src/core/serializers/json.ts';
import { writeNeutralJson } from '../../../src/core/serializers/neutral-json.ts';
import type { RubyValue } from '../../../src/core/serializers/ruby-value.ts';

test('with an indent it is laid out as JSON.stringify would', () => {
  const text = '{"a":[1,{"b":null}],"c":{},"d":[]}';
  const read = readJson(text);
  expect(read.ok && writeNeutralJson(read.value, 2)).toBe(JSON.stringify(JSON.parse(text), null, 2));
});

test('a hash with keys that are no strings becomes pairs', () => {
  const value: RubyValue = { type: 'hash', pairs: [{ key: { type: 'integer', text: '1' }, value: { type: 'boolean', value: true } }] };
  expect(writeNeutralJson(value)).toBe('{"$hash":[[1,true]]}');
});
