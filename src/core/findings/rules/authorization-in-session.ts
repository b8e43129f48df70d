import { authorizationIn } from '../../session/authorization.ts';
import { type CookieRule, placeOf } from '../rule.ts';

/**
 * What the user may do was put into the session, where it stays as it was. Opened, the cookie holds
 *
 *     {"session_id":"…","user_id":42,"role":"admin"}
 */
export const authorizationInSession: CookieRule = {
  kind: 'authorization-in-session',
  about: 'cookie',
  check(subject) {
    const data = subject.reading?.data ?? null;
    if (!subject.session || subject.deleted || data === null) return [];
    const paths = authorizationIn(data);
    if (paths.length === 0) return [];
    return [{ kind: 'authorization-in-session', severity: 'warning', ...placeOf(subject), parameters: { paths } }];
  },
};
