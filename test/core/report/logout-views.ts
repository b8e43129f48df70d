import type { Logout } from '../../../src/core/logout/logout.ts';
import { utcClock } from '../../../src/core/logout/time-text.ts';
import type { LogoutExchange, LogoutView } from '../../../src/core/report/logout-view.ts';
import { type ToldLogout, tellLogout } from '../../../src/core/report/logout-words.ts';
import { RAILS } from '../applications.ts';

/** A sign-in that the browser dropped; only what a test is about is given. */
export function logout(given: Partial<Logout> = {}): Logout {
  return {
    exchangeId: 'lost',
    at: Date.UTC(2026, 0, 15, 10, 2, 15),
    cookie: '_app_session',
    cause: 'dropped-too-large',
    confidence: 'certain',
    evidence: [
      { exchangeId: 'set', fact: { kind: 'signed-in' } },
      { exchangeId: 'set', fact: { kind: 'refused', reason: 'too-large', wire: 4120 } },
      { exchangeId: 'lost', fact: { kind: 'carried-old-version', setAt: null } },
    ],
    alternatives: ['overflow-exception', 'cookie-expired'],
    ...given,
  };
}

export const EXCHANGES: readonly LogoutExchange[] = [
  {
    ...{ id: 'set', at: Date.UTC(2026, 0, 15, 10, 2, 14), method: 'POST', status: 302, rowId: 'set#0' },
    url: 'https://me:hunter2@app.test/sign_in?token=t0ken#top',
  },
  {
    ...{ id: 'lost', at: Date.UTC(2026, 0, 15, 10, 2, 15), method: 'GET', status: 302, rowId: null },
    url: 'https://app.test/home?next=%2Fa',
  },
];

export const logoutView = (given: Partial<Logout> = {}, id = 'lost _app_session'): LogoutView => ({
  id,
  logout: logout(given),
  exchanges: EXCHANGES,
  application: RAILS,
});

export const toldLogout = (given: Partial<Logout> = {}, id?: string): ToldLogout => tellLogout(logoutView(given, id), utcClock);
