import { describe, expect, test } from 'vitest';
import { parseSetCookie } from '../../../src/core/cookies/set-cookie.ts';
import { type Reading, UNREAD } from '../../../src/core/readers/reader.ts';
import { type Needle, SessionSearch } from '../../../src/core/report/session-search.ts';
import type { RubyValue } from '../../../src/core/serializers/ruby-value.ts';

const data: RubyValue = {
  type: 'hash',
  pairs: [{ key: { type: 'string', text: 'cart' }, value: { type: 'string', text: 'Blue' } }],
};
const opened: Reading = { ...UNREAD, framework: 'rails', role: 'session', state: 'opened', data };
const cookie = parseSetCookie('_app=Sealed%20Value; path=/; HttpOnly');
const text = (wanted: string): Needle => ({ kind: 'text', text: wanted });
const key = (wanted: string): Needle => ({ kind: 'key', text: wanted });

describe('the search in values', () => {
  test.each<[string, Needle, readonly number[], Reading | null]>([
    ['a key of an opened session', key('cart'), [0], opened],
    ['a part of a key', key('ar'), [0], opened],
    ['no value as a key', key('blue'), [], opened],
    ['text in a value of a session', text('blue'), [0], opened],
    ['text in a key of a session', text('cart'), [0], opened],
    ['a long piece of a sealed value', text('sealed%20value'), [0], opened],
    ['no short piece of a sealed value, where it is chance', text('sea'), [], opened],
    ['a short piece of a plain value', text('sea'), [0], null],
    ['a plain value as people read it', text('sealed value'), [0], null],
    ['an attribute', text('httponly'), [0], opened],
    ['no key in a plain value', key('sealed'), [], null],
  ])('finds %s', (_, needle, found, reading) => {
    expect(new SessionSearch().find({ cookie, reading }, [needle])).toEqual(found);
  });

  test('tells which of several needles are there', () => {
    const needles = [text('blue'), text('green'), key('cart')];
    const search = new SessionSearch();
    expect(search.find({ cookie, reading: opened }, needles)).toEqual([0, 2]);
    expect(search.find({ cookie, reading: opened }, needles)).toEqual([0, 2]);
    expect(search.find({ cookie: null, reading: null }, needles)).toEqual([]);
  });

  test('takes a value that is not percent-encoded as it is', () => {
    expect(new SessionSearch().find({ cookie: parseSetCookie('a=100%'), reading: null }, [text('100%')])).toEqual([0]);
  });
});
