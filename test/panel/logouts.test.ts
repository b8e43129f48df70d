import { beforeEach, describe, expect, it } from 'vitest';
import type { Logout } from '../../src/core/logout/logout.ts';
import { createLogoutsStore, type LogoutsStore } from '../../src/panel/state/logouts.ts';
import { toldLogout } from '../core/report/logout-views.ts';

const fault = (id: string, given: Partial<Logout> = {}) => toldLogout(given, id);
const signOut = toldLogout({ cause: 'signed-out' }, 'out');

describe('the logouts of the panel', () => {
  let logouts: LogoutsStore;
  beforeEach(() => {
    logouts = createLogoutsStore();
  });
  const opened = () => [...logouts.opened.value];

  it('keeps plain sign-outs apart: they are counted, and no fault', () => {
    logouts.received([signOut, toldLogout({ cause: 'not-a-logout' }, 'not')]);
    expect(logouts.all.value).toHaveLength(2);
    expect(logouts.faults.value).toEqual([]);
    expect(logouts.worst.value).toBeNull();
    expect(opened()).toEqual([]);
  });

  it.each([
    ['a certain one', { confidence: 'certain' }, 'error'],
    ['a likely one', { confidence: 'likely' }, 'error'],
    ['a guess', { confidence: 'possible' }, 'warning'],
    ['one that nothing explains', { cause: 'unknown', confidence: 'likely' }, 'warning'],
  ] as const)('marks its tab for %s', (_what, given, mark) => {
    logouts.received([fault('a', given), signOut]);
    expect(logouts.worst.value).toBe(mark);
  });

  it('opens the newest of the first that come, and nothing by itself after that', () => {
    logouts.received([fault('a'), fault('b'), signOut]);
    expect(opened()).toEqual(['b']);
    logouts.received([fault('a'), fault('b'), fault('c')]);
    expect(opened()).toEqual(['b']);
    logouts.close('b');
    logouts.received([fault('a'), fault('b'), fault('c'), fault('d')]);
    expect(opened()).toEqual([]);
  });

  it('forgets what was open when it is gone, and begins again after a clear', () => {
    logouts.received([fault('a'), fault('b')]);
    logouts.open('a');
    logouts.received([fault('a')]);
    expect(opened()).toEqual(['a']);
    logouts.received([]);
    logouts.received([fault('e')]);
    expect(opened()).toEqual(['e']);
  });

  it('knows which row shows the loss', () => {
    logouts.received([toldLogout({ exchangeId: 'set' }, 'a'), toldLogout({ exchangeId: 'lost' }, 'b')]);
    expect([...logouts.byRow.value].map(([rowId, { id }]) => [rowId, id])).toEqual([['set#0', 'a']]);
  });
});
