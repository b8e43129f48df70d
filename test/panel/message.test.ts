import { afterEach, describe, expect, test } from 'vitest';
import { englishMessages } from '../../src/core/english.ts';
import { jsonMessages } from '../../src/core/json-messages.ts';
import { readMessagesFrom } from '../../src/core/message.ts';
import { counted, message, withParts } from '../../src/panel/text/message.ts';

describe('the texts of the panel', () => {
  afterEach(() => readMessagesFrom(englishMessages));

  test('substitutions stand where the text has their names', () => {
    expect(message('emptyFilter', 'a$1')).toBe('No row passes “a$1”.');
  });

  test.each([
    [0, 'No row of 0'],
    [1, 'One row'],
    [2_000, 'No row of 2,000'],
  ])('a count of %i takes its form', (count, text) => {
    readMessagesFrom(jsonMessages({ emptyPaused_one: { message: 'One row' }, emptyPaused_other: { message: 'No row of $1' } }, 'en'));
    expect(counted('emptyPaused', count)).toBe(text);
  });

  test('a key without a text shows itself', () => {
    readMessagesFrom(jsonMessages({}, 'en'));
    expect(message('emptyReload')).toBe('emptyReload');
  });

  test('elements are put where the substitutions stand, in the order of the language', () => {
    readMessagesFrom(jsonMessages({ emptyFilter: { message: 'Keine $2, nur $1.' } }, 'de'));
    const pieces = withParts('emptyFilter', 'eins', 'zwei') as readonly { readonly props: { readonly children: string } }[];
    expect(pieces.map(({ props }) => props.children)).toEqual(['Keine ', 'zwei', ', nur ', 'eins', '.']);
  });
});
