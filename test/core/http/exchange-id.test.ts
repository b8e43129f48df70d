import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createOrdinals, exchangeId } from '../../../src/core/http/exchange-id.ts';

const start = Date.UTC(2026, 0, 15, 12);

test('The id of an exchange is the same every time', () => {
  expect(exchangeId(start, 'GET', 'https://app.test/', 0)).toBe(exchangeId(start, 'GET', 'https://app.test/', 0));
});

test('The id of an exchange never changes from one release to the next', () => {
  // Saved recordings refer to it.
  expect(exchangeId(start, 'GET', 'https://app.test/', 0)).toMatchInlineSnapshot(`"mkfedmo0-18c69le1ig9wyq"`);
  expect(exchangeId(start, 'GET', 'https://app.test/', 2)).toMatchInlineSnapshot(`"mkfedmo0-18c69le1ig9wyq.2"`);
});

test.each([
  { other: exchangeId(start + 1, 'GET', 'https://app.test/', 0), reason: 'another start' },
  { other: exchangeId(start, 'POST', 'https://app.test/', 0), reason: 'another method' },
  { other: exchangeId(start, 'GET', 'https://app.test/x', 0), reason: 'another URL' },
  { other: exchangeId(start, 'GET', 'https://app.test/', 1), reason: 'another ordinal' },
])('The id differs with $reason', ({ other }) => expect(other).not.toBe(exchangeId(start, 'GET', 'https://app.test/', 0)));

test('Exchanges that share start, method and URL are numbered in order', () => {
  const ordinalOf = createOrdinals();
  const numbers = ['/a', '/b', '/a', '/a', '/b'].map((path) => ordinalOf(start, 'GET', `https://app.test${path}`));
  expect(numbers).toEqual([0, 0, 1, 2, 1]);
});

test('Ids are unique in one recording', () => {
  const drawn = fc.array(
    fc.tuple(fc.nat(3), fc.constantFrom('GET', 'POST', '__proto__'), fc.constantFrom('', 'https://app.test/', 'constructor')),
  );
  fc.assert(
    fc.property(drawn, (all) => {
      const ordinalOf = createOrdinals();
      const ids = all.map(([at, method, url]) => exchangeId(at, method, url, ordinalOf(at, method, url)));
      expect(new Set(ids).size).toBe(ids.length);
    }),
  );
});
