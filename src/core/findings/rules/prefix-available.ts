import { isLoopbackHost } from '../../http/loopback.ts';
import { prefixOf } from '../cookie-prefix.ts';
import { refusalOf } from '../refusal.ts';
import { type CookieRule, placeOf } from '../rule.ts';

/**
 * Everything that `__Host-` asks for is there, so the name may say it and nobody else can set the cookie:
 *
 *     Set-Cookie: _app_session=…; path=/; HttpOnly; Secure; SameSite=Lax
 */
export const prefixAvailable: CookieRule = {
  kind: 'prefix-available',
  about: 'cookie',
  check(subject) {
    const { session, deleted, https, hostname, cookie } = subject;
    const { secure, path, domain } = cookie.effective;
    const meets = https && secure && path === '/' && domain === null;
    // In development the same name has to work over plain http, where the prefix would be refused.
    if (!session || deleted || !meets || isLoopbackHost(hostname) || prefixOf(cookie) !== null || refusalOf(subject) !== null) return [];
    return [{ kind: 'prefix-available', severity: 'info', ...placeOf(subject), parameters: {} }];
  },
};
