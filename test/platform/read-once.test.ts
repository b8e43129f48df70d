import { expect, test, vi } from 'vitest';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import { englishMessages } from '../../src/core/english.ts';
import { jsonMessages } from '../../src/core/json-messages.ts';
import { readOnce } from '../../src/platform/read-once.ts';

test('each text is asked for once, whatever is put into it', () => {
  const read = vi.fn(jsonMessages({ size: { message: '$2 of $1' } }, 'en').read);
  const once = readOnce(read);
  expect(once('size', ['a', 'b'])).toBe('b of a');
  expect(once('size', ['$1', '$$'])).toBe('$$ of $1');
  expect(once('size', ['a'])).toBe(' of a');
  expect(read).toHaveBeenCalledTimes(1);
});

test('a text that there is not stays empty', () => {
  expect(readOnce(jsonMessages({}, 'en').read)('none', ['a'])).toBe('');
});

test('every text is the same as asked for each time', () => {
  const once = readOnce(englishMessages.read);
  const parts = ['1', '$2', 'drei', '4', '5', '6', '7', '8', '9'];
  for (const key of Object.keys(english)) expect(once(key, parts)).toBe(englishMessages.read(key, parts));
});
