import { expect, test } from 'vitest';
import { causeInfo } from '../../../src/core/logout/cause-info.ts';
import type { LogoutCause } from '../../../src/core/logout/logout.ts';
import { analyse } from '../recording.ts';
import { causeRecordings, ordinaryRecordings } from './recordings/index.ts';

const causes = Object.keys(causeInfo) as LogoutCause[];
const recordings = [...causeRecordings, ...ordinaryRecordings].map((each) => [`${each.cause}: ${each.reason}`, each] as const);

test.each(causes)('%s: has a recording that triggers it and two that stay quiet', (cause) => {
  const about = causeRecordings.filter((each) => each.cause === cause);
  expect(about.filter(({ expected }) => expected === cause).length).toBeGreaterThanOrEqual(1);
  expect(about.filter(({ expected }) => expected !== cause).length).toBeGreaterThanOrEqual(2);
});

test('no two recordings have the same name, and there are a dozen of ordinary traffic', () => {
  expect(new Set(recordings.map(([name]) => name)).size).toBe(recordings.length);
  expect(ordinaryRecordings.length).toBeGreaterThanOrEqual(12);
  expect(new Set(ordinaryRecordings.map(({ expected }) => expected))).toEqual(new Set([null, 'signed-out']));
});

test.each(recordings)('%s: every exchange has an id of its own and is read', async (_, { exchanges, secrets }) => {
  expect(new Set(exchanges.map(({ id }) => id)).size).toBe(exchanges.length);
  const analysis = await analyse(exchanges, secrets);
  expect(analysis.summary()).toMatchObject({ exchanges: exchanges.length, malformed: 0 });
});
