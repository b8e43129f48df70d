import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findJsonFault } from './json-fault.ts';

describe('The place where a text stops being JSON', () => {
  const rows = [
    { text: '', at: [0, 1, 1], reason: 'nothing' },
    { text: '{"a":1', at: [6, 1, 7], reason: 'cut off' },
    { text: '{"a', at: [3, 1, 4], reason: 'cut off inside a string' },
    { text: '{"a":1}\n{', at: [8, 2, 1], reason: 'a second value' },
    { text: '[1,]', at: [3, 1, 4], reason: 'a comma at the end' },
    { text: '{,}', at: [1, 1, 2], reason: 'a comma at the start' },
    { text: '{"a" 1}', at: [5, 1, 6], reason: 'no colon' },
    { text: '{a:1}', at: [1, 1, 2], reason: 'a bare name' },
    { text: '[1}', at: [2, 1, 3], reason: 'the wrong bracket' },
    { text: ']', at: [0, 1, 1], reason: 'a bracket too many' },
    { text: '"a\nb"', at: [2, 1, 3], reason: 'a newline in a string' },
    { text: '["\\x"]', at: [2, 1, 3], reason: 'no such escape' },
    { text: '["\\u12"]', at: [2, 1, 3], reason: 'too few digits' },
    { text: '[\r\n  01]', at: [6, 2, 4], reason: 'a zero in front' },
    { text: '[tru]', at: [1, 1, 2], reason: 'half a word' },
    { text: '\u00a01', at: [0, 1, 1], reason: 'a space that JSON does not know' },
  ];
  test.each(rows)('in $text: $reason', ({ text, at: [offset, line, column] }) => {
    expect(findJsonFault(text)).toEqual({ offset, line, column });
  });

  test('is the end, where there is no fault', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(findJsonFault(text).offset).toBe(text.length);
      }),
    );
  });

  test('is one behind which no other text helps: what stands before it can begin JSON, with it it cannot', () => {
    const broken = fc
      .tuple(fc.jsonValue(), fc.nat(), fc.constantFrom('', ',', ':', '}', ']', '"', 'x', '\\', '0', '\n'))
      .map(([value, at, put]) => {
        const text = JSON.stringify(value);
        const index = at % (text.length + 1);
        return text.slice(0, index) + put + text.slice(index + 1);
      });
    fc.assert(
      fc.property(broken, (text) => {
        const { offset } = findJsonFault(text);
        const readable = isJson(text);
        // A text without fault is either JSON or cut off.
        if (readable) expect(offset).toBe(text.length);
        if (offset < text.length) expect(readable).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test('is found in a text that nests deeper than any call stack', () => {
    expect(findJsonFault('['.repeat(1_000_000)).offset).toBe(1_000_000);
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
