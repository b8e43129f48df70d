import { expect, test } from 'vitest';
import { localClock, localDate } from '../../src/worker/local-clock.ts';

test('a time in a sentence is local, as those in the tables are', () => {
  expect(localClock(new Date(2026, 0, 5, 7, 8, 9, 4).getTime())).toBe('07:08:09');
  expect(localClock(Number.POSITIVE_INFINITY)).toBe('an unknown time');
});

test('a date is local too', () => {
  expect(localDate(new Date(2026, 0, 5, 7, 8, 9, 4).getTime())).toBe('2026-01-05 07:08:09');
  expect(localDate(Number.NaN)).toBe('a time out of range');
});
