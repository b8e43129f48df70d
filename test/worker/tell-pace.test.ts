import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TellPace } from '../../src/worker/tell-pace.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** When it was run in these milliseconds, while it is asked for every `every`. */
function runs(pace: TellPace, times: number[], length: number, every: number): readonly number[] {
  times.length = 0;
  const start = Date.now();
  for (let at = 0; at < length; at += every) {
    pace.ask();
    vi.advanceTimersByTime(every);
  }
  return times.map((time) => time - start);
}

function watched() {
  const times: number[] = [];
  const pace = new TellPace(() => void times.push(Date.now()));
  return { pace, times };
}

test('what comes after a pause is told very soon, each time', () => {
  const { pace, times } = watched();
  expect(runs(pace, times, 10, 10)).toEqual([4]);
  vi.advanceTimersByTime(2000);
  expect(runs(pace, times, 10, 10)).toEqual([4]);
});

test('what keeps coming is told ever less often, and twice a second at least', () => {
  const { pace, times } = watched();
  const all = runs(pace, times, 3000, 5);
  const waits = all.slice(1).map((time, index) => time - (all[index] ?? 0));
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
  expect(waits[0]).toBeLessThanOrEqual(30);
  expect(Math.max(...waits)).toBeLessThanOrEqual(510);
  expect(all.length).toBeLessThan(12);
});

test('nothing is told that was not asked for, and the last is never left out', () => {
  const { pace, times } = watched();
  runs(pace, times, 1000, 5);
  const before = times.length;
  pace.ask();
  vi.advanceTimersByTime(5000);
  expect(times.length).toBe(before + 1);
});

test('a fault does not end it', () => {
  const pace = new TellPace(() => {
    throw new Error('once');
  });
  pace.ask();
  expect(() => vi.advanceTimersByTime(1000)).toThrow('once');
  pace.ask();
  expect(() => vi.advanceTimersByTime(1000)).toThrow('once');
});

test('a clock that is put back keeps nothing waiting', () => {
  const { pace, times } = watched();
  runs(pace, times, 10, 10);
  vi.setSystemTime(Date.now() - 3_600_000);
  expect(runs(pace, times, 600, 10)).not.toEqual([]);
});
