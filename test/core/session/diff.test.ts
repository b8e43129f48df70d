import { describe, expect, test } from 'vitest';
import { readJson } from '../../../src/core/serializers/json.ts';
import { FALSE, type RubyValue } from '../../../src/core/serializers/ruby-value.ts';
import { type DiffOptions, diffValues } from '../../../src/core/session/diff.ts';
import { stepText } from '../../../src/core/session/step-text.ts';

function json(text: string): RubyValue {
  const read = readJson(text);
  if (!read.ok) throw new SyntaxError(read.failure.code);
  return read.value;
}

const string = (text: string): RubyValue => ({ type: 'string', text });
const symbol = (text: string): RubyValue => ({ type: 'symbol', text });
const hash = (...pairs: readonly (readonly [RubyValue, RubyValue])[]): RubyValue => ({
  type: 'hash',
  pairs: pairs.map(([key, value]) => ({ key, value })),
});

/** Each difference as `kind path`, with the role and what happened to a flash message. */
function told(before: RubyValue | null, after: RubyValue | null, options?: DiffOptions): readonly string[] {
  return diffValues(before, after, options).differences.map(({ kind, path, role, flash }) =>
    [kind, path.map(stepText).join('.') || '(all)', role, flash].filter((part) => part !== null).join(' '),
  );
}

describe('two versions', () => {
  test.each<[reason: string, before: string, after: string, expected: readonly string[]]>([
    ['equal ones differ in nothing, whatever their order', '{"a":1,"b":{"x":1,"y":2}}', '{"b":{"y":2,"x":1},"a":1}', []],
    ['what is there comes first, then what was removed', '{"a":1,"b":2}', '{"b":3,"c":4}', ['changed b', 'added c', 'removed a']],
    ['a change deep inside has its whole path', '{"a":{"b":[{"c":1}]}}', '{"a":{"b":[{"c":2}]}}', ['changed a.b.0.c']],
    ['a new element at the end', '{"a":[1,2]}', '{"a":[1,2,3]}', ['added a.2']],
    ['an element taken from the front is one difference', '{"a":[1,2,3]}', '{"a":[2,3]}', ['removed a.0']],
    ['an element put in between', '{"a":[1,3]}', '{"a":[1,2,3]}', ['added a.1']],
    ['one of equal elements is removed', '{"a":[1,1,1]}', '{"a":[1,1]}', ['removed a.2']],
    ['null is not absence', '{"a":null}', '{}', ['removed a']],
    ['a value in place of null is a change', '{"a":null}', '{"a":"x"}', ['changed a']],
    ['a number turned text is a change of type', '{"a":1}', '{"a":"1"}', ['type a']],
    ['a hash turned list too', '{"a":{}}', '{"a":[]}', ['type a']],
    ['digits beyond doubles', '{"a":9007199254740993}', '{"a":9007199254740992}', ['changed a']],
    ['__proto__ is a key', '{}', '{"__proto__":1}', ['added __proto__']],
    ['of a repeated key the last one counts', '{"a":1,"a":2}', '{"a":3}', ['changed a']],
    [
      'Rails’ own keys are named for what they are',
      '{"session_id":"a","_csrf_token":"b","x":{"session_id":1}}',
      '{"session_id":"c","x":{"session_id":2}}',
      ['changed session_id session-id', 'changed x.session_id', 'removed _csrf_token csrf-token'],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(told(json(before), json(after))).toEqual(expected);
  });

  test.each<[reason: string, before: RubyValue, after: RubyValue, expected: readonly string[]]>([
    ['a symbol turned string', hash([string('a'), symbol('x')]), hash([string('a'), string('x')]), ['type a']],
    ['a key that was a symbol', hash([symbol('a'), string('x')]), hash([string('a'), string('x')]), ['key-type a']],
    ['and has another value as well', hash([symbol('a'), string('x')]), hash([string('a'), string('y')]), ['key-type a', 'changed a']],
    [
      'a string key beside a symbol key of that name',
      hash([symbol('a'), FALSE]),
      hash([symbol('a'), FALSE], [string('a'), FALSE]),
      ['added a'],
    ],
    [
      'a key of any type',
      hash([{ type: 'integer', text: '7' }, string('x')]),
      hash([{ type: 'integer', text: '7' }, string('y')]),
      ['changed 7'],
    ],
    [
      'a subclass lost on the way',
      hash([string('a'), { type: 'decorated', className: 'H', modules: [], value: hash(), variables: [] }]),
      hash([string('a'), hash()]),
      ['type a'],
    ],
    [
      'an instance variable',
      hash([string('a'), { type: 'object', className: 'Cart', variables: [{ name: '@n', value: string('1') }] }]),
      hash([string('a'), { type: 'object', className: 'Cart', variables: [{ name: '@n', value: string('2') }] }]),
      ['changed a.@n'],
    ],
    [
      'elements of a set',
      hash([string('a'), { type: 'set', items: [string('x'), string('y')] }]),
      hash([string('a'), { type: 'set', items: [string('y'), string('z')] }]),
      ['added a.1', 'removed a.0'],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(told(before, after)).toEqual(expected);
  });

  test('without a session before, every key is new; without one after, every key is gone', () => {
    expect(told(null, json('{"a":1,"b":2}'))).toEqual(['added a', 'added b']);
    expect(told(json('{"a":1}'), null)).toEqual(['removed a']);
    expect(told(null, null)).toEqual([]);
    expect(told(null, string('41'))).toEqual(['added (all)']);
    expect(told(string('41'), string('42'))).toEqual(['changed (all)']);
  });

  test('with a depth of one, a change inside is one of its top-level key', () => {
    expect(told(json('{"a":{"b":1,"c":2}}'), json('{"a":{"b":2,"c":3}}'), { depth: 1 })).toEqual(['changed a']);
  });
});

describe('the flash', () => {
  const flash = (messages: string) => json(`{"flash":{"discard":[],"flashes":${messages}}}`);
  const nothing = json('{}');

  test.each<[reason: string, before: RubyValue, after: RubyValue, expected: readonly string[]]>([
    ['a message is set', nothing, flash('{"notice":"hi"}'), ['added flash.notice flash set']],
    ['it is swept after it was shown', flash('{"notice":"hi"}'), nothing, ['removed flash.notice flash swept']],
    [
      'one that is kept is no difference',
      flash('{"notice":"hi","alert":"x"}'),
      flash('{"notice":"hi"}'),
      ['removed flash.alert flash swept'],
    ],
    [
      'one in place of another',
      flash('{"notice":"hi"}'),
      flash('{"alert":"no"}'),
      ['added flash.alert flash set', 'removed flash.notice flash swept'],
    ],
    ['another text under the same name is set', flash('{"notice":"hi"}'), flash('{"notice":"ho"}'), ['changed flash.notice flash set']],
    ['what is no flash is compared as it is', json('{"flash":1}'), json('{"flash":2}'), ['changed flash flash']],
    ['an empty one that comes', nothing, flash('{}'), ['added flash flash']],
  ])('%s', (_, before, after, expected) => {
    expect(told(before, after)).toEqual(expected);
  });

  const old = (used: readonly string[], text: string): RubyValue =>
    hash([
      string('flash'),
      {
        type: 'object',
        className: 'ActionDispatch::Flash::FlashHash',
        variables: [
          { name: '@used', value: { type: 'set', items: used.map(symbol) } },
          { name: '@closed', value: FALSE },
          { name: '@flashes', value: hash([symbol('notice'), string(text)]) },
        ],
      },
    ]);

  test('the FlashHash of Rails 3 tells what was shown', () => {
    expect(told(nothing, old([], 'hi'))).toEqual(['added flash.:notice flash set']);
    expect(told(old([], 'hi'), old(['notice'], 'hi'))).toEqual(['changed flash.:notice flash shown']);
    expect(told(old(['notice'], 'hi'), nothing)).toEqual(['removed flash.:notice flash swept']);
  });

  test('a message that went from Marshal to JSON is kept', () => {
    expect(told(old([], 'hi'), flash('{"notice":"hi"}'))).toEqual(['type flash flash']);
  });
});

describe('limits', () => {
  test('no more than a thousand are told, and that there are more', () => {
    const many = json(`{${Array.from({ length: 1200 }, (_, index) => `"k${index}":1`).join()}}`);
    expect(diffValues(null, many)).toMatchObject({ more: true, differences: { length: 1000 } });
    expect(diffValues(null, many, { most: 1200 }).more).toBe(false);
  });

  test('values that are linked to by very many ways are told in time', () => {
    const wide = (leaf: RubyValue): RubyValue => {
      let value = leaf;
      for (let level = 0; level < 40; level++) value = { type: 'array', items: [value, value] };
      return value;
    };
    expect(diffValues(wide(string('x')), wide(string('y'))).more).toBe(true);
  });
});
