import { type CookieRule, placeOf } from '../rule.ts';

/** A server may send any number. */
const MOST_LINES = 10;

/**
 * One response sets one cookie twice; the later line wins, and what the earlier one wrote is lost:
 *
 *     Set-Cookie: _app_session=…; path=/; HttpOnly; Secure; SameSite=Lax
 *     Set-Cookie: _app_session=…; path=/; HttpOnly; Secure; SameSite=Lax
 */
export const duplicateSetCookie: CookieRule = {
  kind: 'duplicate-set-cookie',
  about: 'cookie',
  check(subject) {
    if (subject.repeats === null || subject.deleted) return [];
    const { lines, differ } = subject.repeats;
    const parameters = { lines: lines.slice(-MOST_LINES), differ };
    return [{ kind: 'duplicate-set-cookie', severity: 'warning', ...placeOf(subject), parameters }];
  },
};
