import { type CookieRule, placeOf } from '../rule.ts';

/**
 * Browsers refuse SameSite=None without Secure (RFC 6265bis, section 5.7):
 *
 *     Set-Cookie: _app_session=…; path=/; HttpOnly; SameSite=None
 */
export const samesiteNoneInsecure: CookieRule = {
  kind: 'samesite-none-insecure',
  about: 'cookie',
  check(subject) {
    const { sameSite, secure } = subject.cookie.effective;
    if (subject.deleted || sameSite !== 'None' || secure) return [];
    return [{ kind: 'samesite-none-insecure', severity: 'error', ...placeOf(subject), parameters: { session: subject.session } }];
  },
};
