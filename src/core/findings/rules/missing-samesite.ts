import { type CookieRule, placeOf } from '../rule.ts';

/**
 * A session cookie whose behaviour on cross-site requests is left to the browser:
 *
 *     Set-Cookie: _app_session=…; path=/; HttpOnly; Secure
 */
export const missingSamesite: CookieRule = {
  kind: 'missing-samesite',
  about: 'cookie',
  check(subject) {
    if (!subject.session || subject.deleted || subject.cookie.effective.sameSite !== null) return [];
    return [{ kind: 'missing-samesite', severity: 'warning', ...placeOf(subject), parameters: {} }];
  },
};
