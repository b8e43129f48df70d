import { expect, test } from 'vitest';
import { recogniseSerializer } from '../../../src/core/serializers/recognise.ts';

test.each([
  ['04 08 is Marshal', [0x04, 0x08, 0x7b, 0x00], 'marshal'],
  ['CC 80 is MessagePack as Rails writes it', [0xcc, 0x80, 0x80], 'message_pack'],
  ['an object is JSON', '{"a":1}', 'json'],
  ['an array is JSON', '[1]', 'json'],
  ['a string is JSON', '"a"', 'json'],
  ['a number is JSON, as in the signed session_id of Rails 8', '42', 'json'],
  ['a word is JSON', 'null', 'json'],
  ['blanks around JSON do not matter', ' \n{}', 'json'],
  ['an object that is cut short is still named JSON', '{"a', 'json'],
  ['digits that go on as letters are no number', '42abc', 'unknown'],
  ['a deflated payload is of a custom serializer', [0x78, 0x9c, 0x03], 'unknown'],
  ['MessagePack without the mark is of a custom serializer', [0x81, 0xa1, 0x61, 0x01], 'unknown'],
  ['nothing is of no known serializer', '', 'unknown'],
])('%s', (_why, payload, serializer) => {
  expect(recogniseSerializer(typeof payload === 'string' ? new TextEncoder().encode(payload) : Uint8Array.from(payload))).toBe(serializer);
});
