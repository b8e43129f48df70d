import { isLoopbackHost } from '../../http/loopback.ts';
import { type CookieRule, placeOf } from '../rule.ts';

/**
 * The browser would send the cookie over plain http too (on https an error for session cookies):
 *
 *     Set-Cookie: _app_session=…; path=/; HttpOnly; SameSite=Lax
 */
export const missingSecure: CookieRule = {
  kind: 'missing-secure',
  about: 'cookie',
  check(subject) {
    const { session, https } = subject;
    if (subject.deleted || subject.cookie.effective.secure) return [];
    // In development nothing leaves the machine; what production does with the session is worth a remark all the same.
    if (!session && !https && isLoopbackHost(subject.hostname)) return [];
    const severity = session && https ? 'error' : 'info';
    return [{ kind: 'missing-secure', severity, ...placeOf(subject), parameters: { session, https } }];
  },
};
