import { type CookieRule, placeOf } from '../rule.ts';
import { shortened } from '../shortened.ts';

/**
 * A value that no browser knows, so that each takes its default, as if there were none:
 *
 *     Set-Cookie: _app_session=…; path=/; HttpOnly; Secure; SameSite=Relaxed
 */
export const samesiteUnknown: CookieRule = {
  kind: 'samesite-unknown',
  about: 'cookie',
  check(subject) {
    const { session } = subject;
    const { sameSite } = subject.cookie.effective;
    if (subject.deleted || sameSite === null || sameSite === 'Strict' || sameSite === 'Lax' || sameSite === 'None') return [];
    const parameters = { value: shortened(sameSite), session };
    return [{ kind: 'samesite-unknown', severity: 'warning', ...placeOf(subject), parameters }];
  },
};
