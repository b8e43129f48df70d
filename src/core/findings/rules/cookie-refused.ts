import { refusalOf } from '../refusal.ts';
import { type CookieRule, placeOf } from '../rule.ts';

/**
 * The browser throws the line away and keeps what it had; this one is from http://app.example:
 *
 *     Set-Cookie: _app_session=…; path=/; HttpOnly; Secure; SameSite=Lax
 */
export const cookieRefused: CookieRule = {
  kind: 'cookie-refused',
  about: 'cookie',
  check(subject) {
    const reason = refusalOf(subject);
    const { session } = subject;
    // A session that is too large is a silent drop.
    if (reason === null || subject.deleted || (session && reason === 'too-large')) return [];
    return [{ kind: 'cookie-refused', severity: 'error', ...placeOf(subject), parameters: { reason, session } }];
  },
};
