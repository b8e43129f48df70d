import { describe, expect, it } from 'vitest';
import { findText } from '../../src/panel/state/find-text.ts';

/** Places are told by letters before a colon. */
const pieces = (...texts: readonly string[]) =>
  texts.map((text) => ({ place: text.split(':')[0], text: text.slice(text.indexOf(':') + 1) }));

describe('the search in details', () => {
  it.each([
    ['cart', ['a:the Cart, cart'], ['0.4-0.8', '0.10-0.14'], 'in any letter case'],
    ['4,120 bytes', ['a:4,120', 'a: bytes'], ['0.0-1.6'], 'across texts of the same place'],
    ['ab', ['a:a', 'b:b'], [], 'not across places'],
    ['ab', ['a:x', 'a:ab', 'a:ab'], ['1.0-1.2', '2.0-2.2'], 'between texts, where each begins'],
    ['aa', ['a:aaaa'], ['0.0-0.2', '0.2-0.4'], 'matches do not overlap'],
    [' ', ['a:a b'], [], 'white space is nothing to search for'],
    ['', ['a:a'], [], 'nor is nothing'],
    ['ß', ['a:İß'], ['0.1-0.2'], 'where lower case is longer'],
  ])('finds “%s” in %j: %s', (query, texts, found) => {
    const matches = findText(pieces(...texts), query).map(({ from, to }) => `${from.piece}.${from.offset}-${to.piece}.${to.offset}`);
    expect(matches).toEqual(found);
  });
});
