import { describe, expect, test } from 'vitest';
import type { RubyValue } from '../../../src/core/serializers/ruby-value.ts';
import { ValueIds } from '../../../src/core/session/value-ids.ts';

const text = (content: string): RubyValue => ({ type: 'string', text: content });
const integer = (content: string): RubyValue => ({ type: 'integer', text: content });
const symbol = (content: string): RubyValue => ({ type: 'symbol', text: content });
const hash = (...pairs: (readonly [RubyValue, RubyValue])[]): RubyValue => ({
  type: 'hash',
  pairs: pairs.map(([key, value]) => ({ key, value })),
});
const decorated = (className: string | null, value: RubyValue): RubyValue => ({
  type: 'decorated',
  className,
  modules: [],
  value,
  variables: [],
});
const bytes = (encoding: string): RubyValue => ({ type: 'bytes', bytes: Uint8Array.of(0xff), encoding });
const time = (utcOffset: number | null): RubyValue => ({
  type: 'time',
  instant: '2024-01-01T00:00:00.000000000Z',
  utcOffset,
  zone: null,
  zoned: false,
});

describe('values that are equal', () => {
  test.each<[string, RubyValue, RubyValue]>([
    [
      'hashes in any order',
      hash([text('a'), integer('1')], [text('b'), integer('2')]),
      hash([text('b'), integer('2')], [text('a'), integer('1')]),
    ],
    ['of a repeated key the last counts', hash([text('a'), integer('1')], [text('a'), integer('2')]), hash([text('a'), integer('2')])],
    ['sets in any order', { type: 'set', items: [integer('1'), text('a')] }, { type: 'set', items: [text('a'), integer('1')] }],
    ['binary strings', bytes('ASCII-8BIT'), bytes('ASCII-8BIT')],
    [
      'objects',
      { type: 'object', className: 'A', variables: [{ name: '@a', value: text('x') }] },
      { type: 'object', className: 'A', variables: [{ name: '@a', value: text('x') }] },
    ],
  ])('%s', (_what, one, other) => {
    const ids = new ValueIds();
    expect(ids.of(one)).toBe(ids.of(other));
  });
});

describe('values that differ', () => {
  test.each<[string, RubyValue, RubyValue]>([
    ['a symbol from its text', symbol('a'), text('a')],
    ['a symbol key from a string key', hash([symbol('a'), integer('1')]), hash([text('a'), integer('1')])],
    ['an integer from a float', integer('1'), { type: 'float', text: '1.0' }],
    ['a set from an array', { type: 'set', items: [] }, { type: 'array', items: [] }],
    ['encodings', bytes('ASCII-8BIT'), bytes('UTF-8')],
    ['a subclass from its class', decorated('Stack', text('a')), text('a')],
    ['subclasses', decorated('A', text('a')), decorated('B', text('a'))],
    ['defaults', { type: 'hash', pairs: [], default: integer('0') }, { type: 'hash', pairs: [] }],
    ['identity', { type: 'hash', pairs: [], identity: true }, { type: 'hash', pairs: [] }],
    ['zones', time(0), time(3600)],
    ['a class from a module', { type: 'class', name: 'A' }, { type: 'module', name: 'A' }],
    ['texts that only look alike when joined', { type: 'array', items: [text('a,b')] }, { type: 'array', items: [text('a'), text('b')] }],
    ['classes of objects', { type: 'object', className: 'A', variables: [] }, { type: 'object', className: 'B', variables: [] }],
  ])('%s', (_what, one, other) => {
    const ids = new ValueIds();
    expect(ids.of(one)).not.toBe(ids.of(other));
  });
});
