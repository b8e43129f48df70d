import { describe, expect, test } from 'vitest';
import type { RubyValue } from '../../../src/core/serializers/ruby-value.ts';
import { topLevelChanges } from '../../../src/core/session/change.ts';
import { contentChange } from '../../../src/core/session/content-change.ts';
import { diffValues } from '../../../src/core/session/diff.ts';
import { type Plain, ruby } from '../../panel/harness/ruby.ts';

const flash = (discard: readonly string[], notice = 'Hi'): Plain => ({ discard, flashes: { notice } });

describe('what changed in short', () => {
  test.each<[reason: string, before: Plain, after: Plain]>([
    ['a key comes', { a: 1 }, { a: 1, b: 2 }],
    ['a key goes', { a: 1, b: 2 }, { b: 2 }],
    ['a value deep inside changes', { a: { b: [1, { c: 2 }] } }, { a: { b: [1, { c: 3 }] } }],
    ['everything at once', { a: 1, b: 2, c: 3 }, { c: 4, b: 2, d: 5 }],
    ['another type', { a: 1 }, { a: '1' }],
    ['a flash comes', {}, { flash: flash([]) }],
    ['a flash goes', { flash: flash([]) }, {}],
    ['a flash changes', { flash: flash([]) }, { flash: flash([], 'Bye') }],
    ['it is no hash', 'one', 'other'],
  ])('is what the diff of the top level says: %s', (_, before, after) => {
    const [was, is] = [ruby(before), ruby(after)];
    expect(contentChange(was, is)).toEqual({ same: false, keys: topLevelChanges(was, is) });
  });

  test.each<[reason: string, before: Plain, after: Plain]>([
    ['equal', { a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }],
    ['in another order', { a: 1, b: 2 }, { b: 2, a: 1 }],
  ])('is nothing where the two are %s', (_, before, after) => {
    const [was, is] = [ruby(before), ruby(after)];
    expect(contentChange(was, is).same).toBe(diffValues(was, is).differences.length === 0);
    expect(contentChange(was, is)).toEqual({ same: true, keys: { added: [], removed: [], changed: [] } });
  });

  test('a symbol turned string is one changed key', () => {
    const keyed = (type: 'symbol' | 'string'): RubyValue => ({
      type: 'hash',
      pairs: [{ key: { type, text: 'locale' }, value: { type: 'nil' } }],
    });
    expect(contentChange(keyed('symbol'), keyed('string')).keys).toEqual({ added: [], removed: [], changed: ['locale'] });
  });

  test('is told again without comparing again', () => {
    const [was, is] = [ruby({ a: 1 }), ruby({ a: 2 })];
    expect(contentChange(was, is)).toBe(contentChange(was, is));
    expect(contentChange(is, was)).not.toBe(contentChange(was, is));
  });
});
