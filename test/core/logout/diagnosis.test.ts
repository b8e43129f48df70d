import { describe, expect, test } from 'vitest';
import type { HttpExchange } from '../../../src/core/http/exchange.ts';
import { causeInfo } from '../../../src/core/logout/cause-info.ts';
import { CAUSES } from '../../../src/core/logout/causes/index.ts';
import { analyse } from '../recording.ts';
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
