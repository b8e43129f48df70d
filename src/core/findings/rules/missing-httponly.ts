import { type CookieRule, placeOf } from '../rule.ts';

/**
 * Any script of the page can read the cookie:
 *
 *     Set-Cookie: _app_session=…; path=/; SameSite=Lax
 */
export const missingHttponly: CookieRule = {
  kind: 'missing-httponly',
  about: 'cookie',
  check(subject) {
    const { session } = subject;
    if (subject.deleted || subject.cookie.effective.httpOnly || isMeantForScripts(subject.name)) return [];
    return [{ kind: 'missing-httponly', severity: session ? 'error' : 'info', ...placeOf(subject), parameters: { session } }];
  },
};

/**
 * `XSRF-TOKEN` (Angular, axios, Laravel), `csrftoken` (Django), `csrf_token`, `X-CSRF-Token`, `csrf_access_token` (Flask), `_xsrf`
 * (Tornado), also behind an application's name: front ends copy them into a header.
 */
function isMeantForScripts(name: string): boolean {
  return /[cx]srf(?:[-_](?:access|refresh))?[-_]?token$|^_?xsrf$/i.test(name);
}
