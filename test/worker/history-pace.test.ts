import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HistoryPace } from '../../src/worker/history-pace.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Runs that take so many milliseconds; gives when each began. */
function paced(cost: number): { readonly pace: HistoryPace; readonly runs: readonly number[] } {
  const runs: number[] = [];
  const start = performance.now();
  const pace = new HistoryPace(() => {
    runs.push(performance.now() - start);
    vi.advanceTimersByTime(cost);
  });
  return { pace, runs };
}

test('the first time it is done at once, then once a second however often it is asked for', () => {
  const { pace, runs } = paced(0);
  for (let asked = 0; asked < 25; asked++) {
    pace.ask();
    vi.advanceTimersByTime(100);
  }
  expect(runs).toEqual([0, 1000, 2000]);
});

test('what takes long is done seldom', () => {
  const { pace, runs } = paced(500);
  pace.ask();
  pace.ask();
  vi.advanceTimersByTime(9999);
  expect(runs).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(runs).toHaveLength(2);
});
