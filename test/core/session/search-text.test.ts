import { describe, expect, test } from 'vitest';
import { readJson } from '../../../src/core/serializers/json.ts';
import type { RubyValue } from '../../../src/core/serializers/ruby-value.ts';
import { searchText } from '../../../src/core/session/search-text.ts';

function json(value: unknown): RubyValue {
  const read = readJson(new TextEncoder().encode(JSON.stringify(value)));
  if (!read.ok) throw new Error('no JSON');
  return read.value;
}

describe('what can be searched of a session', () => {
  test('are keys and scalars at every depth, in lower case', () => {
    const text = searchText(json({ User_ID: 42, cart: { items: [{ Name: 'Blue Shoes', price: 9.5 }], gift: true, note: null } }));
    expect(text.keys.split('\n')).toEqual(['user_id', 'cart', 'items', 'name', 'price', 'gift', 'note']);
    expect(text.all.split('\n')).toEqual([...text.keys.split('\n'), '42', 'blue shoes', '9.5', 'true', 'nil']);
  });

  test('is a value that is no hash too', () => {
    expect(searchText(json('Signed'))).toEqual({ keys: '', all: '\nsigned' });
  });

  test.each<[string, RubyValue, string]>([
    ['a symbol', { type: 'symbol', text: 'Admin' }, 'admin'],
    ['bytes that are UTF-8', { type: 'bytes', bytes: new TextEncoder().encode('Käse'), encoding: 'ASCII-8BIT' }, 'käse'],
    ['other bytes', { type: 'bytes', bytes: new Uint8Array([0xff]), encoding: 'ASCII-8BIT' }, ''],
    ['a class', { type: 'class', name: 'Account' }, 'account'],
    ['an object’s class', { type: 'object', className: 'Cart', variables: [] }, 'cart'],
    [
      'a subclass of String',
      { type: 'decorated', className: 'Safe', modules: [], value: { type: 'string', text: 'Html' }, variables: [] },
      'html',
    ],
    ['a rational', { type: 'rational', numerator: '1', denominator: '3' }, '1/3'],
  ])('holds %s', (_, value, text) => {
    expect(searchText({ type: 'array', items: [value] }).all).toBe(`\n${text}`);
  });
});
