import type { Layout } from '../../readers/reader.ts';
import { sensitiveIn } from '../../session/sensitive.ts';
import { type CookieRule, placeOf } from '../rule.ts';

/**
 * What must not leave the server is in the session. Opened, the cookie holds
 *
 *     {"session_id":"…","user_id":42,"github_access_token":"…"}
 */
export const sensitiveInSession: CookieRule = {
  kind: 'sensitive-in-session',
  about: 'cookie',
  check(subject) {
    const { reading } = subject;
    if (!subject.session || subject.deleted || reading === null || reading.data === null) return [];
    const found = sensitiveIn(reading.data);
    if (found.length === 0) return [];
    const readable = isReadable(reading.layout);
    const parameters = { found, readable };
    return [{ kind: 'sensitive-in-session', severity: readable ? 'error' : 'warning', ...placeOf(subject), parameters }];
  },
};

/** Anyone who has the cookie can read it. */
function isReadable(layout: Layout | null): boolean {
  return layout === 'signed' || layout === 'rack-hmac' || layout === 'rack-plain';
}
