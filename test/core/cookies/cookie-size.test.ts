import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cookieSizes, railsCount } from '../../../src/core/cookies/cookie-size.ts';
import { parseSetCookie } from '../../../src/core/cookies/set-cookie.ts';

interface Vector {
  readonly id: string;
  readonly set_cookie_header: string | null;
  readonly sizes?: { readonly raw_value: number; readonly wire_name_value: number; readonly set_cookie_line: number };
}

describe.each(['4.2', '6.1', '7.0', '7.2', '8.1'])('Of every cookie that Rails %s printed', (version) => {
  const file = readFileSync(new URL(`../../fixtures/vectors/rails-${version}.json`, import.meta.url), 'utf8');
  const { vectors } = JSON.parse(file) as { vectors: readonly Vector[] };
  const measured = vectors.flatMap(({ id, set_cookie_header: line, sizes }) =>
    line === null || sizes === undefined ? [] : [{ id, line, sizes }],
  );

  test('there are some with measured sizes', () => expect(measured.length).toBeGreaterThan(10));

  test.each(measured)('$id has the sizes that were measured there', ({ line, sizes }) => {
    const cookie = parseSetCookie(line);
    expect(cookieSizes(cookie)).toEqual({
      rails: cookie.name.length + sizes.raw_value,
      railsValue: sizes.raw_value,
      wire: sizes.wire_name_value,
      line: sizes.set_cookie_line,
      limit: 4096,
    });
  });
});

describe('Sizes', () => {
  const rows = [
    { line: 'a=%2B%2F%3D; path=/', sizes: [4, 3, 10, 19], reason: 'each escape is one byte to Rails and three to a browser' },
    { line: 'a=b+c', sizes: [4, 3, 4, 5], reason: 'a plus is one space' },
    { line: 'a=%zz', sizes: [4, 3, 4, 5], reason: 'what is no escape counts as it is' },
    { line: 'a=\u00e4\u00bd\u00a0', sizes: [4, 3, 4, 5], reason: 'a character of the text is a byte' },
    { line: ' a = b ; x', sizes: [2, 1, 2, 10], reason: 'white space that a browser strips counts in the line only' },
    { line: 'shop+sess=1', sizes: [10, 1, 10, 11], reason: 'the name counts as it is on the wire' },
    { line: 'token', sizes: [5, 5, 5, 5], reason: 'a nameless cookie is all value' },
    { line: '', sizes: [0, 0, 0, 0], reason: 'nothing' },
  ];
  test.each(rows)('of $line: $reason', ({ line, sizes: [rails, railsValue, wire, whole] }) => {
    expect(cookieSizes(parseSetCookie(line))).toEqual({ rails, railsValue, wire, line: whole, limit: 4096 });
  });
});

describe('What Rails counted of a session that it sent', () => {
  const count = (bytes: number) => railsCount(cookieSizes(parseSetCookie(`_app_session=${'x'.repeat(bytes)}`)));
  test('is name and value, as since 8.1', () => expect(count(4084)).toBe(4096));
  test('is the value alone where the name would have made it too large', () => expect(count(4085)).toBe(4085));
});
