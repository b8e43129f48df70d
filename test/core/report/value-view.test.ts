import { describe, expect, test } from 'vitest';
import { viewValue } from '../../../src/core/report/value-view.ts';
import type { RubyReference, RubyValue } from '../../../src/core/serializers/ruby-value.ts';

const text = (of: string): RubyValue => ({ type: 'string', text: of });
const hash = (...pairs: readonly (readonly [RubyValue, RubyValue])[]): RubyValue => ({
  type: 'hash',
  pairs: pairs.map(([key, value]) => ({ key, value })),
});

describe('a value as its tree shows it', () => {
  test('names its keys where they are names, and says how each is read', () => {
    const { children } = viewValue(
      hash([text('cart'), text('x')], [{ type: 'symbol', text: 'cart' }, text('y')], [{ type: 'integer', text: '7' }, text('z')]),
    );
    expect(children.map(({ label, step, name }) => [label, step, name])).toEqual([
      ['cart', '["cart"]', 'cart'],
      [':cart', '[:cart]', 'cart'],
      ['7', '[7]', null],
    ]);
    expect(viewValue({ type: 'array', items: [text('x')] }).children.map(({ step, name }) => [step, name])).toEqual([['[0]', null]]);
  });

  test('is one object where it is linked to', () => {
    const shared = text('x');
    const [one, other] = viewValue({ type: 'array', items: [shared, shared] }).children;
    expect(one?.view).toBe(other?.view);
  });

  test('may be a record that holds itself', () => {
    const pairs: { key: RubyValue; value: RubyValue }[] = [];
    const record: RubyValue = {
      type: 'object',
      className: 'User',
      variables: [
        { name: '@attributes', value: { type: 'hash', pairs } },
        { name: '@new_record', value: { type: 'boolean', value: false } },
      ],
    };
    const itself: RubyReference = { type: 'reference', target: record };
    pairs.push({ key: text('self'), value: itself });
    const view = viewValue(record);
    expect(structuredClone(view).children.map(({ label }) => label)).toEqual(['self']);
    expect(view.children[0]?.view).toBe(view);
  });
});
