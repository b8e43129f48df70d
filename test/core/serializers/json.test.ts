import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JSON_LIMITS, type JsonLimits, readJson } from '../../../src/core/serializers/json.ts';
import { writeOwnJson } from '../../../src/core/serializers/own-json.ts';

function roundTrip(text: string): string {
  const read = readJson(text);
  if (!read.ok) throw new Error(`${read.failure.code} at ${read.failure.offset}`);
  return writeOwnJson(read.value);
}

describe('what JSON keeps', () => {
  test.each([
    ['an integer of any length', '123456789012345678901234567890'],
    ['an integer that a double would round', '9007199254740993'],
    ['a negative zero', '-0'],
    ['the digits of a float', '1.0e+300'],
    ['a float that a double would round', '0.1000000000000000055511151231257827'],
    ['a repeated key', '{"a":1,"a":2}'],
    ['the order of keys that look like numbers', '{"2":1,"1":2}'],
    ['a key that is dear to JavaScript', '{"__proto__":{"constructor":null}}'],
    ['empty containers', '{"a":[],"b":{},"":""}'],
    ['a lone surrogate', '"\\ud800"'],
  ])('%s is kept', (_what, text) => {
    expect(roundTrip(text)).toBe(text);
  });

  test('escapes become the characters that they stand for', () => {
    expect(readJson('"\\u003cb\\u003e \\u2028 \\"\\\\\\/\\b\\f\\n\\r\\t \\ud83c\\udf89"')).toEqual({
      ok: true,
      value: { type: 'string', text: '<b> \u2028 "\\/\b\f\n\r\t 🎉' },
    });
  });

  test('a float and an integer are told apart as they are written', () => {
    expect(readJson('[1,1.0,1e2]')).toMatchObject({ value: { items: [{ type: 'integer' }, { type: 'float' }, { type: 'float' }] } });
  });

  test('a key named __proto__ pollutes nothing', () => {
    readJson('{"__proto__":{"polluted":true}}');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('whatever JSON.stringify writes is read as JSON.parse reads it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(JSON.parse(roundTrip(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  test('every text is accepted or refused as JSON.parse does', () => {
    const fragment = fc.constantFrom(...'{}[]",:0123eE+-.\\u tfn', 'true', 'false', 'null', '"a"', '\n', '\u0001', '\u00e9', 'NaN');
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 12 }), (fragments) => {
        const text = fragments.join('');
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        expect(readJson(text).ok).toBe(valid);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('what is refused', () => {
  test.each([
    ['nothing at all', '', 'unexpected-end', 0],
    ['an open object', '{"a":1', 'unexpected-end', 6],
    ['an open string', '"abc', 'unexpected-end', 4],
    ['a trailing byte', '{} x', 'trailing-bytes', 3],
    ['two values', '1 2', 'trailing-bytes', 2],
    ['a trailing comma', '[1,]', 'unexpected-character', 3],
    ['a key without quotes', '{a:1}', 'unexpected-character', 1],
    ['single quotes', "'a'", 'unexpected-character', 0],
    ['NaN, which ActiveSupport writes as null', 'NaN', 'unexpected-character', 0],
    ['Infinity', '-Infinity', 'invalid-number', 0],
    ['a leading zero', '01', 'invalid-number', 0],
    ['a number that ends in its point', '1.', 'invalid-number', 0],
    ['a comment', '/* */1', 'unexpected-character', 0],
    ['a byte order mark', '\ufeff1', 'unexpected-character', 0],
    ['a raw line break in a string', '"a\nb"', 'control-character', 2],
    ['an unknown escape', '"\\x41"', 'invalid-escape', 1],
    ['an escape that is cut short', '"\\u12"', 'invalid-escape', 1],
    ['a fault behind two-byte characters', '"éé" x', 'trailing-bytes', 7],
  ])('%s: the code and the byte are told', (_what, text, code, offset) => {
    expect(readJson(text)).toEqual({ ok: false, failure: { code, offset } });
    expect(readJson(new TextEncoder().encode(text))).toEqual({ ok: false, failure: { code, offset } });
  });

  test.each([
    ['a stray continuation byte', [0x22, 0x61, 0x80, 0x22], 2],
    ['an overlong slash', [0x22, 0xc0, 0xaf, 0x22], 1],
    ['a sequence cut short', [0x22, 0xe2, 0x82], 1],
    ['the start of a replacement character, at the very end', [0x22, 0xef, 0xbf], 3],
  ])('%s is no UTF-8', (_what, bytes, offset) => {
    expect(readJson(Uint8Array.from(bytes))).toEqual({ ok: false, failure: { code: 'invalid-utf8', offset } });
  });

  test('a replacement character that was really sent is text like any other', () => {
    expect(readJson(new TextEncoder().encode('"\ufffd"'))).toEqual({ ok: true, value: { type: 'string', text: '\ufffd' } });
  });
});

describe('limits', () => {
  const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
  const small: JsonLimits = { bytes: 20, depth: 2, elements: 4 };

  test('as deep as the limit is read, and one deeper is refused', () => {
    expect(readJson(nested(JSON_LIMITS.depth)).ok).toBe(true);
    expect(readJson(nested(JSON_LIMITS.depth + 1))).toEqual({ ok: false, failure: { code: 'too-deep', offset: JSON_LIMITS.depth } });
  });

  test('a million brackets are refused without exhausting the stack', () => {
    expect(readJson('['.repeat(1_000_000))).toMatchObject({ failure: { code: 'too-deep' } });
    expect(readJson('{"":'.repeat(250_000))).toMatchObject({ failure: { code: 'too-deep' } });
  });

  test.each([
    ['too many bytes', `"${'a'.repeat(20)}"`, 'too-large'],
    ['too deep', '[[[1]]]', 'too-deep'],
    ['too many elements', '[1,2,3,4]', 'too-many-elements'],
  ])('%s', (_what, text, code) => {
    expect(readJson(text, small)).toMatchObject({ ok: false, failure: { code } });
  });
});
