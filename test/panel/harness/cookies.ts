import type { BrowserCookie } from '../../../src/core/cookies/compare-store.ts';
import type { StoredCookie } from '../../../src/core/cookies/storage.ts';

const cookie = (name: string, fields: Partial<StoredCookie> = {}): StoredCookie => ({
  ...{ name, value: 'v'.repeat(540), domain: 'app.example.test', hostOnly: true, path: '/', partition: null },
  ...{ secure: true, httpOnly: true, sameSite: 'Lax', createdAt: 0, expiresAt: null },
  ...fields,
});

/** What the storage model expects: each kind of difference once. */
export const PREDICTED_COOKIES: readonly StoredCookie[] = [
  cookie('_billing_session'),
  cookie('locale', { httpOnly: false, sameSite: null, expiresAt: new Date(2026, 5, 1, 12).getTime() }),
  cookie('remember_user_token', { domain: 'example.test', hostOnly: false }),
  cookie('theme'),
];

export const BROWSER_COOKIES: readonly BrowserCookie[] = [
  cookie('_billing_session', { value: 'w'.repeat(612) }),
  cookie('locale', { httpOnly: false, sameSite: null, path: '/de', expiresAt: new Date(2026, 1, 1, 12).getTime() }),
  cookie('_ga', { value: 'GA1.2.1234', domain: 'example.test', hostOnly: false, httpOnly: false, sameSite: null }),
  cookie('theme'),
];
