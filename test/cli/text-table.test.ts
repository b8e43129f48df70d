import { describe, expect, test } from 'vitest';
import { layOut, wrap } from '../../src/cli/text-table.ts';

const COLUMNS = [
  { title: 'n', align: 'right' },
  { title: 'name', align: 'left' },
  { title: 'x', align: 'left' },
] as const;

describe('a table', () => {
  test('has columns as wide as their longest cell, and no blanks at the end of a line', () => {
    const { head, lines } = layOut(COLUMNS, [
      ['1', 'a', ''],
      ['1000', 'a long name', 'y'],
    ]);
    expect([head, ...lines]).toEqual(['   n  name         x', '   1  a', '1000  a long name  y']);
  });

  test('can be as long as a recording of a day', () => {
    const rows = Array.from({ length: 300_000 }, (_, index) => [String(index), 'a', 'b']);
    expect(layOut(COLUMNS, rows).lines.at(-1)).toBe('299999  a     b');
  });
});

describe('wrapped text', () => {
  test.each([
    ['short text stays', 'one two', 20, '  one two'],
    ['words go to the next line', 'one two three', 10, '  one two\n  three'],
    ['a long word is not cut', 'https://app.test/a/long/path yes', 10, '  https://app.test/a/long/path\n  yes'],
  ])('%s', (_, text, width, expected) => {
    expect(wrap(text, width, '  ')).toBe(expected);
  });
});
