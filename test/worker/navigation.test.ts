import { expect, test } from 'vitest';
import { exchangeFromEntry } from '../../src/core/http/har.ts';
import { NavigationStart } from '../../src/worker/navigation.ts';

const at = (second: number) => Date.UTC(2026, 0, 1, 10, 0, second);
const exchange = (second: number, url: string, location?: string) =>
  exchangeFromEntry(
    {
      startedDateTime: new Date(at(second)).toISOString(),
      request: { method: 'GET', url: `http://app.test${url}`, headers: [] },
      response: { status: location ? 302 : 200, headers: location ? [{ name: 'Location', value: location }] : [] },
    },
    0,
  );

test.each([
  { reason: 'there was no navigation yet', exchanges: [exchange(1, '/')], navigated: null, start: null },
  {
    reason: 'the document itself, when nothing redirected to it',
    exchanges: [exchange(1, '/'), exchange(5, '/a')],
    navigated: '/a',
    start: at(5),
  },
  {
    reason: 'the sign-in that redirected twice',
    exchanges: [exchange(1, '/form'), exchange(5, '/sign_in', '/'), exchange(6, '/', 'http://app.test/home'), exchange(7, '/home')],
    navigated: '/home',
    start: at(5),
  },
  {
    reason: 'the newest visit of a page that was visited before',
    exchanges: [exchange(1, '/a'), exchange(3, '/a')],
    navigated: '/a#part',
    start: at(3),
  },
  { reason: 'the time of the news, when the document was not recorded', exchanges: [exchange(1, '/')], navigated: '/lost', start: at(9) },
  {
    reason: 'a redirect loop ends',
    exchanges: [exchange(1, '/x', '/x'), exchange(2, '/x', '/x'), exchange(3, '/x')],
    navigated: '/x',
    start: at(1),
  },
])('a navigation began at $reason', ({ exchanges, navigated, start }) => {
  const navigation = new NavigationStart();
  for (const one of exchanges) navigation.add(one);
  if (navigated) navigation.navigated(`http://app.test${navigated}`, at(9));
  expect(navigation.start).toBe(start);
});

test('the exchanges may come after the news of the navigation', () => {
  const navigation = new NavigationStart();
  navigation.navigated('http://app.test/a', at(9));
  navigation.add(exchange(4, '/a'));
  expect(navigation.start).toBe(at(4));
});
