import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HttpExchange } from '../../../src/core/http/exchange.ts';
import { exchangeFromEntry } from '../../../src/core/http/har.ts';
import { mergeExchange } from '../../../src/core/http/merge-exchange.ts';
import { entry, headers } from './har-entries.ts';

const plain = exchangeFromEntry(entry(), 0);

describe('Of two views of an exchange', () => {
  const cookie = headers('Cookie: a=1');
  const set = headers('Set-Cookie: a=1', 'Set-Cookie: b=2');
  const rows: readonly { a: Partial<HttpExchange>; b: Partial<HttpExchange>; merged: Partial<HttpExchange>; reason: string }[] = [
    {
      a: { responseHeaders: headers('Server: x', 'Vary: y', 'Via: z') as never },
      b: { responseHeaders: set as never },
      merged: { responseHeaders: set as never },
      reason: 'the cookies are what the live event misses',
    },
    {
      a: { requestHeaders: cookie as never, responseHeaders: [] },
      b: { requestHeaders: [], responseHeaders: set as never },
      merged: { requestHeaders: cookie as never, responseHeaders: set as never },
      reason: 'each list for itself',
    },
    {
      a: { resourceType: 'document' },
      b: { methodOverride: 'PUT', errorPage: 'CookieOverflow' },
      merged: { resourceType: 'document', methodOverride: 'PUT', errorPage: 'CookieOverflow' },
      reason: 'what either knows',
    },
    {
      a: { status: 0, error: 'net::ERR_ABORTED', duration: null },
      b: { status: 302, duration: 7 },
      merged: { status: 302, error: 'net::ERR_ABORTED', duration: 7 },
      reason: 'a response, though it failed later',
    },
    {
      a: { deliveredBy: 'service-worker' },
      b: { deliveredBy: 'network' },
      merged: { deliveredBy: 'service-worker' },
      reason: 'the one that says more',
    },
    {
      a: { problems: [{ code: 'missing', field: 'time' }] },
      b: {},
      merged: { problems: [] },
      reason: 'what the other could read is no problem',
    },
  ];
  test.each(rows)('the merged one has $merged: $reason', ({ a, b, merged }) => {
    expect(mergeExchange({ ...plain, ...a }, { ...plain, ...b })).toEqual({ ...plain, ...merged });
  });
});

const list = (name: string) =>
  fc.array(
    fc.record(
      { name: fc.constantFrom(name, name.toLowerCase(), 'Date'), value: fc.constantFrom('', 'a=1', 'b=2') },
      { noNullPrototype: true },
    ),
    { maxLength: 3 },
  );
const fact = fc.constantFrom(null, 'x', 'y');
const view: fc.Arbitrary<HttpExchange> = fc.record(
  {
    schema: fc.constant(plain.schema),
    id: fc.constantFrom('a', 'b'),
    startedAt: fc.nat(3),
    duration: fc.constantFrom(null, 1, 2),
    answeredAfter: fc.constantFrom(null, 1),
    method: fc.constantFrom('', 'GET', 'POST'),
    url: fc.constantFrom('', 'https://app.test/'),
    status: fc.constantFrom(0, 200, 302),
    requestHeaders: list('Cookie'),
    responseHeaders: list('Set-Cookie'),
    deliveredBy: fc.constantFrom('network', 'cache', 'service-worker'),
    resourceType: fact,
    error: fact,
    methodOverride: fact,
    errorPage: fc.constantFrom(null, 'CookieOverflow', 'SessionRestoreError'),
    problems: fc.array(
      fc.record({ code: fc.constantFrom('missing', 'wrong-type'), field: fc.constantFrom('time', 'request') }, { noNullPrototype: true }),
      { maxLength: 2 },
    ),
  },
  { noNullPrototype: true },
);

describe('Merging', () => {
  test('does not depend on which view came first', () => {
    fc.assert(
      fc.property(view, view, (a, b) => {
        expect(mergeExchange(a, b)).toEqual(mergeExchange(b, a));
      }),
    );
  });

  test('does not depend on how three views are grouped', () => {
    fc.assert(
      fc.property(view, view, view, (a, b, c) => {
        expect(mergeExchange(mergeExchange(a, b), c)).toEqual(mergeExchange(a, mergeExchange(b, c)));
      }),
    );
  });

  test('changes nothing when a view comes twice', () => {
    fc.assert(
      fc.property(view, (a) => {
        expect(mergeExchange(a, a)).toEqual(a);
      }),
    );
  });
});
