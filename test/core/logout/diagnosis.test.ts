import { expect, test } from 'vitest';
import { causeInfo } from '../../../src/core/logout/cause-info.ts';
import { CAUSES } from '../../../src/core/logout/causes/index.ts';
import { analyse } from '../recording.ts';
import { causeRecordings, ordinaryRecordings } from './recordings/index.ts';

const recordings = [...causeRecordings, ...ordinaryRecordings].map((each) => [`${each.cause}: ${each.reason}`, each] as const);

test.each(recordings)('%s', async (_, { exchanges, secrets, expected }) => {
  const named = (await analyse(exchanges, secrets)).logouts().map(({ cause }) => cause);
  if (expected === null) expect(named).toEqual([]);
  else expect(named[0]).toBe(expected);
});

test('every cause is listed once, but for unknown, which is what is left', () => {
  const listed = CAUSES.map(({ cause }) => cause);
  expect(new Set(listed).size).toBe(listed.length);
  expect([...listed, 'unknown'].sort()).toEqual(Object.keys(causeInfo).sort());
});
