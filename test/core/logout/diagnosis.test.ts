import { describe, expect, test } from 'vitest';
import { Analysis } from '../../../src/core/analysis.ts';
import type { HttpExchange } from '../../../src/core/http/exchange.ts';
import { causeInfo } from '../../../src/core/logout/cause-info.ts';
import { CAUSES } from '../../../src/core/logout/causes/index.ts';
import { analyse, exchange } from '../recording.ts';
import { causeRecordings, ordinaryRecordings } from './recordings/index.ts';

const all = [...causeRecordings, ...ordinaryRecordings];

test('every cause is listed once, but for unknown, which is what is left', () => {
  const listed = CAUSES.map(({ cause }) => cause);
  expect(new Set(listed).size).toBe(listed.length);
  expect([...listed, 'unknown'].sort()).toEqual(Object.keys(causeInfo).sort());
});

describe('the order in which exchanges arrive does not matter', () => {
  test.each(all.map((each) => [each.cause, each.reason, each] as const))('%s: %s', async (_cause, _reason, { exchanges, secrets }) => {
    const inOrder = (await analyse(exchanges, secrets)).logouts();
    expect((await analyse(exchanges.toReversed(), secrets)).logouts()).toEqual(inOrder);
    expect((await analyse(shuffled(exchanges), secrets)).logouts()).toEqual(inOrder);
  });
});

describe('without the secret', () => {
  test.each(ordinaryRecordings.map((each) => [each.reason, each] as const))('%s: ordinary traffic is ordinary', async (_, recording) => {
    const { exchanges, expected } = recording;
    const named = (await analyse(exchanges)).logouts().map(({ cause }) => cause);
    expect(named).toEqual(expected === null ? [] : [expected]);
  });

  test.each(causeRecordings.filter(({ expected }) => expected === null).map((each) => [each.cause, each.reason, each] as const))(
    '%s: %s: nothing is lost either',
    async (_cause, _reason, { exchanges }) => {
      expect((await analyse(exchanges)).logouts()).toEqual([]);
    },
  );
});

/** Always the same order, and a different one from the traffic's. */
function shuffled(exchanges: readonly HttpExchange[]): readonly HttpExchange[] {
  const rank = (index: number): number => (index * 7919) % 104_729;
  return exchanges
    .map((exchange, index) => ({ exchange, rank: rank(index + 3) % 97 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ exchange }) => exchange);
}

test('of a recording without any cookies nothing is sure, and it says why', async () => {
  const at = { method: 'POST', url: 'https://app.test/sign_in', status: 302, responseHeaders: { Location: 'https://app.test/' } };
  const back = { at: 1, url: 'https://app.test/', status: 302, responseHeaders: { Location: 'https://app.test/sign_in' } };
  const exchanges = [exchange(at), exchange(back)];
  const analysis = new Analysis({ browser: 'chromium', open: async () => null });
  analysis.noteCookiesStripped();
  for (const each of exchanges) analysis.add(each);
  const [logout, ...others] = analysis.logouts();
  expect(others).toEqual([]);
  const missing = { exchangeId: exchanges[1]?.id, fact: { kind: 'cookies-missing' } };
  expect(logout).toMatchObject({ cause: 'insecure-origin', confidence: 'possible', alternatives: [] });
  expect(logout?.evidence).toContainEqual(missing);
  // The same where other pages set cookies.
  expect((await analyse(exchanges)).logouts()[0]).toMatchObject({ cause: 'insecure-origin', confidence: 'likely' });
});
