import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Replay } from '../../src/core/analysis/replay.ts';
import { Analysis } from '../../src/core/analysis.ts';
import type { Browser } from '../../src/core/cookies/browser.ts';
import type { HttpExchange } from '../../src/core/http/exchange.ts';
import { parseExchange } from '../../src/core/report/parsed-exchange.ts';
import { exchange, type Given } from './recording.ts';

const NAVIGATION = { 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' };
const FETCH = { 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Mode': 'cors', 'Sec-Fetch-Dest': 'empty' };

/** What became of every line, and of every request's cookies, in the order given. */
function replay(given: readonly Given[], browser: Browser = 'chromium') {
  const exchanges = given.map(exchange);
  return replayOf(exchanges, exchanges, browser);
}

function replayOf(arriving: readonly HttpExchange[], shown: readonly HttpExchange[], browser: Browser = 'chromium') {
  const model = new Replay(browser);
  for (const each of arriving) model.add(parseExchange(each), null);
  model.refresh();
  return shown.map(({ id, responseHeaders }) => {
    const expectation = model.expectation(id);
    return {
      lines: responseHeaders.map((_, line) => {
        const storage = model.storage(id, line);
        const { stored } = storage ?? {};
        const word = stored?.outcome === 'refused' ? stored.reason : stored?.outcome;
        return storage?.evidence == null ? word : `${word}, ${storage.evidence.carried ? 'carried' : 'not carried'}`;
      }),
      expected: expectation?.expected.map(({ name, carried }) => `${name}: ${carried}`) ?? null,
      withheld: expectation?.withheld.map(({ name, reason }) => `${name}: ${reason}`) ?? null,
      unexpected: expectation?.unexpected.map(({ name, setBy }) => `${name}${setBy === null ? '' : ' (known)'}`) ?? null,
    };
  });
}

describe('a Set-Cookie line', () => {
  test('creates, replaces, deletes, and deletes nothing', () => {
    const lines = replay([
      { at: 0, setCookie: ['a=1'] },
      { at: 1, cookie: 'a=1', setCookie: ['a=2'] },
      { at: 2, cookie: 'a=2', setCookie: ['a=; Max-Age=0'] },
      { at: 3, setCookie: ['a=; Max-Age=0'] },
    ]).map((each) => each.lines);
    expect(lines).toEqual([['created, carried'], ['replaced, carried'], ['deleted, not carried'], ['ignored']]);
  });

  test('that is refused is confirmed by the next request in scope, which carries what was there before', () => {
    const [first, second, third] = replay([
      { at: 0, setCookie: ['a=1'] },
      { at: 1, cookie: 'a=1', setCookie: [`a=${'x'.repeat(4096)}`] },
      { at: 2, cookie: 'a=1' },
    ]);
    expect([first?.lines, second?.lines]).toEqual([['created, carried'], ['too-large, not carried']]);
    expect(third?.expected).toEqual(['a: yes']);
  });

  test('that should have been refused and is carried was kept: the traffic wins', () => {
    const [first, , third] = replay([
      { at: 0, url: 'http://app.test/', setCookie: ['a=1; Secure'] },
      { at: 1, url: 'http://app.test/', cookie: 'a=1' },
      { at: 2, url: 'http://app.test/', cookie: 'a=1' },
    ]);
    expect(first?.lines).toEqual(['created, carried']);
    expect(third?.unexpected).toEqual([]);
  });

  test('whose cookie is not carried by the next navigation in scope is contradicted once, and no longer expected', () => {
    const [first, second, third] = replay([
      { at: 0, cookie: 'b=1', setCookie: ['a=1'] },
      { at: 1, cookie: 'b=1', headers: NAVIGATION },
      { at: 2, cookie: 'b=1', headers: NAVIGATION },
    ]);
    expect(first?.lines).toEqual(['created, not carried']);
    expect(second?.expected).toEqual(['b: yes', 'a: no']);
    expect(third?.expected).toEqual(['b: yes']);
  });

  test('is neither confirmed nor contradicted by a fetch without any cookie, which may have omitted them', () => {
    const [first, second, third] = replay([
      { at: 0, setCookie: ['a=1'] },
      { at: 1, headers: FETCH },
      { at: 2, cookie: 'a=1', headers: NAVIGATION },
    ]);
    expect(first?.lines).toEqual(['created, carried']);
    expect(second?.withheld).toEqual(['a: credentials']);
    expect(third?.expected).toEqual(['a: yes']);
  });

  test('is not looked at in the answer to a request from another host that lacks the cookies it would carry with credentials', () => {
    const headers = { 'Sec-Fetch-Site': 'same-site', 'Sec-Fetch-Mode': 'cors', 'Sec-Fetch-Dest': 'empty' };
    const [, second] = replay([
      { at: 0, setCookie: ['a=1'] },
      { at: 1, headers, setCookie: ['b=1'] },
      { at: 2, cookie: 'a=1', headers: NAVIGATION },
    ]);
    expect(second?.lines).toEqual(['credentials-omitted, not carried']);
  });

  test('of a request that was under way when the next one started may be carried by it already', () => {
    const slow = { ...exchange({ at: 0, setCookie: ['a=1'] }), answeredAfter: 5000 };
    const early = exchange({ at: 1, cookie: 'a=1' });
    const later = exchange({ at: 9, cookie: 'a=1' });
    expect(replayOf([slow, early, later], [slow, later]).map((each) => each.lines)).toEqual([['created, carried'], []]);
  });

  test('is not contradicted by a request that started at once after it', () => {
    const [first] = replay([
      { at: 0, cookie: 'b=1', setCookie: ['a=1'] },
      { at: 0.03, cookie: 'b=1', headers: FETCH },
      { at: 2, cookie: 'b=1; a=1', headers: FETCH },
    ]);
    expect(first?.lines).toEqual(['created, carried']);
  });
});

describe('a request', () => {
  test('is not expected to carry what the rules withhold', () => {
    const [, at] = replay([
      { at: 0, cookie: 'z=1', setCookie: ['deep=1; Path=/admin', 'host=1', 'strict=1; SameSite=Strict', 'short=1; Max-Age=1'] },
      { at: 5, cookie: 'host=1', headers: { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' } },
    ]);
    expect(at?.withheld?.toSorted()).toEqual(['deep: path', 'short: expired', 'strict: same-site', 'z: same-site']);
    expect(at?.expected).toEqual(['host: yes']);
  });

  test('that carries another value than expected corrects the model', () => {
    const [, second, third] = replay([
      { at: 0, cookie: 'a=0', setCookie: ['a=1'] },
      { at: 1, cookie: 'a=0', headers: NAVIGATION },
      { at: 2, cookie: 'a=0', headers: NAVIGATION },
    ]);
    expect(second?.expected).toEqual(['a: another-value']);
    expect(third?.expected).toEqual(['a: yes']);
  });

  test('says nothing where no request of the recording shows a cookie, as in a sanitised file', () => {
    const [first, second] = replay([
      { at: 0, setCookie: ['a=1'] },
      { at: 1, headers: NAVIGATION },
    ]);
    expect(first?.lines).toEqual(['created']);
    expect(second?.expected).toBeNull();
  });

  test('may carry what nobody recorded being set; a line of the same name then replaces it, and a deletion deletes it', () => {
    const [first, second] = replay([
      { at: 0, url: 'https://app.test/deep/page', cookie: 'a=0', setCookie: ['a=1; path=/'] },
      { at: 1, cookie: 'a=1; b=0', setCookie: ['b=; Max-Age=0; Domain=app.test'] },
    ]);
    expect(first).toMatchObject({ lines: ['replaced, carried'], unexpected: ['a'] });
    expect(second?.lines).toEqual(['deleted']);
  });

  test('to another path may carry such a root as well, after which it is expected everywhere', () => {
    const [, , third] = replay([
      { at: 0, url: 'https://app.test/deep/page', cookie: 'a=0' },
      { at: 1, url: 'https://app.test/other', cookie: 'a=0' },
      { at: 2, url: 'https://app.test/third', cookie: 'b=1', headers: NAVIGATION },
    ]);
    expect(third?.expected).toEqual(['a: no']);
  });
});

test('Clear-Site-Data takes what was kept, and what its own response set', () => {
  const cleared = exchange({ at: 1, cookie: 'a=1', setCookie: ['b=1'] });
  const [, , third] = replayOf(
    [
      exchange({ at: 0, setCookie: ['a=1'] }),
      { ...cleared, responseHeaders: [...cleared.responseHeaders, { name: 'Clear-Site-Data', value: '"cookies"' }] },
      exchange({ at: 2 }),
    ],
    [exchange({ at: 0 }), exchange({ at: 1 }), exchange({ at: 2 })],
  );
  expect(third?.expected).toEqual([]);
});

test('The order in which exchanges arrive does not change what became of them', () => {
  const given: readonly Given[] = Array.from({ length: 40 }, (_, index) => ({
    at: index / 4,
    url: `${index % 7 === 0 ? 'http' : 'https'}://${index % 3 === 0 ? 'www.' : ''}app.test/${index % 5 === 0 ? 'deep/' : ''}`,
    cookie: ['a=1; b=2', 'a=3', undefined, 'b=2; c=9', 'a=1'][index % 5],
    setCookie: [['a=1; path=/'], ['b=2; Secure', 'c=9; Domain=app.test'], [], ['a=; Max-Age=0'], ['a=3; path=/deep']][index % 5],
  })) as readonly Given[];
  const exchanges = given.map(exchange);
  const sorted = replayOf(exchanges, exchanges);
  const shuffled = fc.shuffledSubarray(exchanges, { minLength: exchanges.length });
  fc.assert(
    fc.property(shuffled, fc.array(fc.nat(40), { maxLength: 5 }), (arriving, looks) => {
      const model = new Replay('chromium');
      arriving.forEach((each, index) => {
        model.add(parseExchange(each), null);
        if (looks.includes(index)) model.refresh();
      });
      model.refresh();
      const [one] = [replayOf(arriving, exchanges)];
      expect(one).toEqual(sorted);
      for (const each of exchanges) {
        const lines = each.responseHeaders.map((_, line) => model.storage(each.id, line));
        const fresh = new Replay('chromium');
        for (const other of exchanges) fresh.add(parseExchange(other), null);
        fresh.refresh();
        expect(lines).toEqual(each.responseHeaders.map((_, line) => fresh.storage(each.id, line)));
      }
    }),
    { numRuns: 10 },
  );
});

test('A response that comes late is told to those that it concerns', () => {
  const changed: string[] = [];
  const analysis = new Analysis({ browser: 'chromium', open: async () => null, onChange: (ids) => changed.push(...ids) });
  const first = exchange({ at: 0, setCookie: ['a=1'] });
  const second = exchange({ at: 2, cookie: 'a=1', setCookie: ['a=2'] });
  analysis.add(second);
  expect(analysis.rows(second.id)[0]?.storage?.stored).toEqual({ outcome: 'replaced' });
  changed.length = 0;
  analysis.add(first);
  analysis.refresh();
  expect(changed).toContain(first.id);
  expect(changed).toContain(second.id);
});
