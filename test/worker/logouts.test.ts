import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Logout } from '../../src/core/logout/logout.ts';
import { UNKNOWN_APPLICATION } from '../../src/core/readers/application.ts';
import type { LogoutSource } from '../../src/core/report/logout-view.ts';
import { Logouts } from '../../src/worker/logouts.ts';
import type { FromWorker } from '../../src/worker/protocol.ts';
import { logout } from '../core/report/logout-views.ts';

describe('the diagnosis in the worker', () => {
  let found: readonly Logout[];
  let looked: number;
  let slow: number;
  let views: Set<(message: FromWorker) => void>;
  let told: FromWorker[];
  let logouts: Logouts;
  const view = (message: FromWorker) => void told.push(message);
  beforeEach(() => {
    vi.useFakeTimers();
    [found, looked, slow, told] = [[], 0, 0, []];
    const source: LogoutSource = {
      logouts() {
        looked++;
        vi.advanceTimersByTime(slow);
        return found;
      },
      exchanges: () => [],
      rows: () => [],
      application: () => UNKNOWN_APPLICATION,
    };
    views = new Set([view]);
    logouts = new Logouts(() => source, views);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  test('tells at once what it finds, and again only what is new', () => {
    found = [logout()];
    logouts.changed();
    vi.advanceTimersByTime(0);
    expect(told).toMatchObject([{ type: 'logouts', logouts: [{ logout: { cause: 'dropped-too-large' } }] }]);
    logouts.changed();
    vi.advanceTimersByTime(5000);
    expect(looked).toBe(2);
    expect(told).toHaveLength(1);
  });

  test('looks at most once a second while the recording changes, and not at all when it does not', () => {
    for (let tenth = 0; tenth < 30; tenth++) {
      logouts.changed();
      vi.advanceTimersByTime(100);
    }
    // At once, and after one, two and three seconds.
    expect(looked).toBe(4);
    vi.advanceTimersByTime(5000);
    expect(looked).toBe(4);
  });

  test('looks less often where it takes long', () => {
    slow = 400;
    logouts.changed();
    vi.advanceTimersByTime(0);
    logouts.changed();
    vi.advanceTimersByTime(7900);
    expect(looked).toBe(1);
    vi.advanceTimersByTime(200);
    expect(looked).toBe(2);
  });

  test('does nothing while nobody looks, and greets who comes with what is known and what it then finds', () => {
    views.clear();
    found = [logout()];
    logouts.changed();
    vi.advanceTimersByTime(2000);
    expect(looked).toBe(0);
    views.add(view);
    logouts.greet(view);
    vi.advanceTimersByTime(0);
    expect(told.map((message) => message.type === 'logouts' && message.logouts.length)).toEqual([0, 1]);
  });

  test('tells that there is none after a clear', () => {
    found = [logout()];
    logouts.changed();
    vi.advanceTimersByTime(0);
    logouts.clear();
    expect(told.at(-1)).toEqual({ type: 'logouts', logouts: [] });
  });

  test('goes on after a fault of its own', () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => {});
    found = null as never;
    logouts.changed();
    vi.advanceTimersByTime(0);
    expect(quiet).toHaveBeenCalledWith('sessionscope: the diagnosis failed', 'TypeError');
    found = [logout()];
    logouts.changed();
    vi.advanceTimersByTime(1000);
    expect(told).toHaveLength(1);
  });
});
