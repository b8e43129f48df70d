import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCookieHeader } from '../../../src/core/cookies/cookie-header.ts';

describe('The pairs of a Cookie header', () => {
  const rows = [
    {
      header: 'a=1; b=2',
      pairs: [
        ['a', '1'],
        ['b', '2'],
      ],
      reason: 'in the order sent',
    },
    {
      header: 'a=1; a=2',
      pairs: [
        ['a', '1'],
        ['a', '2'],
      ],
      reason: 'a name twice: one cookie for each path',
    },
    { header: 'a=%41+b', pairs: [['a', '%41+b']], reason: 'nothing is decoded' },
    {
      header: 'a="1; 2"',
      pairs: [
        ['a', '"1'],
        ['', '2"'],
      ],
      reason: 'a semicolon divides inside quotes too',
    },
    { header: 'a=b=c', pairs: [['a', 'b=c']], reason: 'the first = divides' },
    { header: 'token', pairs: [['', 'token']], reason: 'a nameless cookie is sent as its value' },
    { header: 'token=', pairs: [['token', '']], reason: 'as Firefox 153 sends that one' },
    {
      header: 'a=1;b=2',
      pairs: [
        ['a', '1'],
        ['b', '2'],
      ],
      reason: 'some proxies leave out the space',
    },
    { header: '; ;a=1;', pairs: [['a', '1']], reason: 'empty pieces are nothing' },
    { header: '__proto__=x', pairs: [['__proto__', 'x']], reason: 'a name like any other' },
    { header: '', pairs: [], reason: 'no cookie' },
  ];
  test.each(rows)('"$header": $reason', ({ header, pairs }) => {
    expect(parseCookieHeader(header)).toEqual(pairs.map(([name, value]) => ({ name, value })));
  });

  test('are what was joined, for any values without a semicolon', () => {
    const name = fc.stringMatching(/^[a-z_]{1,8}$/);
    const value = fc.stringMatching(/^[!-:<-~]{0,20}$/);
    fc.assert(
      fc.property(fc.array(fc.record({ name, value }, { noNullPrototype: true })), (pairs) => {
        expect(parseCookieHeader(pairs.map((pair) => `${pair.name}=${pair.value}`).join('; '))).toEqual(pairs);
      }),
    );
  });
});
