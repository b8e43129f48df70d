import { expect, test } from 'vitest';
import { localClock } from '../../src/worker/local-clock.ts';

test('a time in a sentence is local, as those in the tables are', () => {
  expect(localClock(new Date(2026, 0, 5, 7, 8, 9, 4).getTime())).toBe('07:08:09');
  expect(localClock(Number.POSITIVE_INFINITY)).toBe('an unknown time');
});
