import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBase64, decodeBase64Bytes, decodeHex, decodeUrlSafeBase64, fromLatin1, toLatin1 } from '../../../src/core/readers/base64.ts';

describe('strict base64', () => {
  test('it decodes whatever an encoder wrote', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(decodeBase64(Buffer.from(bytes).toString('base64'))).toEqual(new Uint8Array(bytes));
      }),
    );
  });

  test('it decodes what is longer than any cookie', () => {
    const bytes = Uint8Array.from({ length: 10_000 }, (_, index) => index * 7);
    const text = Buffer.from(bytes).toString('base64');
    expect(decodeBase64(text)).toEqual(bytes);
    expect(decodeBase64(`${text.slice(0, -4)}QU\u0141=`)).toBeNull();
  });

  test('what it accepts is the only text for those bytes', () => {
    const text = fc.string({ unit: fc.constantFrom(...'AQgw+/=-_ \n'), maxLength: 12 });
    fc.assert(
      fc.property(text, (candidate) => {
        const bytes = decodeBase64(candidate);
        if (bytes !== null) expect(Buffer.from(bytes).toString('base64')).toBe(candidate);
      }),
      { numRuns: 5000 },
    );
  });

  test.each([
    ['padding is missing', 'QQ'],
    ['padding is too much', 'QUJD===='],
    ['padding stands alone', '===='],
    ['the unused bits are not zero', 'QR=='],
    ['the unused bits of two bytes are not zero', 'QUJ='],
    ['the alphabet is the url-safe one', '_-8='],
    ['a line is broken', 'QUJD\nQUJD'],
    ['a blank took the place of a plus', 'QUJD QUJ'],
    ['a character is over one byte', 'QUJ\u0141'],
    ['padding stands inside', 'QQ==QQ=='],
  ])('it refuses as Base64.strict_decode64 does when %s', (_why, text) => {
    expect(decodeBase64(text)).toBeNull();
  });
});

test('base64 is decoded where it stands in bytes', () => {
  const bytes = new TextEncoder().encode('x=QUI=--QUJD');
  expect(decodeBase64Bytes(bytes, 2, 6)).toEqual(Uint8Array.of(0x41, 0x42));
  expect(decodeBase64Bytes(bytes, 8)).toEqual(Uint8Array.of(0x41, 0x42, 0x43));
  expect(decodeBase64Bytes(bytes, 2, 2)).toEqual(new Uint8Array());
  expect(decodeBase64Bytes(bytes, 2, 5)).toBeNull();
});

test('url-safe base64 may go without padding', () => {
  expect(decodeUrlSafeBase64('_-8')).toEqual(Uint8Array.of(0xff, 0xef));
  expect(decodeUrlSafeBase64('_-8=')).toEqual(Uint8Array.of(0xff, 0xef));
  expect(decodeUrlSafeBase64('_')).toBeNull();
});

test('hex is of lower case, as hexdigest writes it', () => {
  expect(decodeHex('00ff')).toEqual(Uint8Array.of(0, 255));
  expect(decodeHex('00FF')).toBeNull();
  expect(decodeHex('0')).toBeNull();
});

test('Latin-1 goes both ways, and a wider character is refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400, size: 'max' }), (bytes) => {
      expect(fromLatin1(toLatin1(bytes))).toEqual(new Uint8Array(bytes));
    }),
  );
  expect(fromLatin1('Ā')).toBeNull();
});
