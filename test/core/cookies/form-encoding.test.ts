import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeFormEncoding, decodeUtf8, encodeUtf8, hasMalformedPercent } from '../../../src/core/cookies/form-encoding.ts';

describe('Form decoding', () => {
  const rows = [
    { text: 'abc*-._', bytes: 'abc*-._', malformed: false, reason: 'what Rack leaves alone' },
    { text: '%2B%2f%3D', bytes: '+/=', malformed: false, reason: 'either case of the digits' },
    { text: 'a+b%20c', bytes: 'a b c', malformed: false, reason: 'two ways to write a space' },
    { text: '%252B', bytes: '%2B', malformed: false, reason: 'decoded once' },
    { text: '%C3%A9', bytes: '\u00c3\u00a9', malformed: false, reason: 'bytes, not text' },
    { text: 'a%', bytes: 'a%', malformed: true, reason: 'no digits' },
    { text: '%4', bytes: '%4', malformed: true, reason: 'one digit' },
    { text: '%zz%41', bytes: '%zzA', malformed: true, reason: 'only the malformed one stays' },
    { text: '', bytes: '', malformed: false, reason: 'nothing' },
  ];
  test.each(rows)('of "$text": $reason', ({ text, bytes, malformed }) => {
    expect(decodeFormEncoding(text)).toBe(bytes);
    expect(hasMalformedPercent(text)).toBe(malformed);
  });

  test('undoes the encoding of any bytes', () => {
    const encode = (bytes: Uint8Array) =>
      Array.from(bytes, (byte) => {
        const character = String.fromCharCode(byte);
        if (character === ' ') return '+';
        return /[A-Za-z0-9*\-._]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
      }).join('');
    fc.assert(fc.property(fc.uint8Array(), (bytes) => decodeFormEncoding(encode(bytes)) === String.fromCharCode(...bytes)));
  });
});

describe('UTF-8', () => {
  const rows = [
    { bytes: 'plain', text: 'plain', reason: 'ASCII is itself' },
    { bytes: 'wei\u00c3\u009f', text: 'wei\u00df', reason: 'valid' },
    { bytes: '\u00f0\u009f\u008d\u00aa', text: '\u{1f36a}', reason: 'four bytes' },
    { bytes: '\u00ef\u00bb\u00bfa', text: '\ufeffa', reason: 'a byte order mark is kept' },
    { bytes: 'caf\u00e9', text: 'caf\u00e9', reason: 'Latin-1 is not valid UTF-8 and stays' },
    { bytes: '\u00ed\u00a0\u0080', text: '\u00ed\u00a0\u0080', reason: 'nor is a surrogate' },
    { bytes: '\u00c0\u00af', text: '\u00c0\u00af', reason: 'nor is an overlong form' },
    { bytes: '\u00c3\u00a9\u4f60', text: '\u00c3\u00a9\u4f60', reason: 'text that is decoded already stays' },
  ];
  test.each(rows)('bytes "$bytes" show as "$text": $reason', ({ bytes, text }) => expect(decodeUtf8(bytes)).toBe(text));

  test('any text is the same after encoding and decoding', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => decodeUtf8(encodeUtf8(text)) === text));
  });
});
