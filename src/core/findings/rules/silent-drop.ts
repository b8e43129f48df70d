import { type CookieRule, placeOf } from '../rule.ts';

/**
 * Rails counted the value before percent-encoding and was content; the browser counts what is sent and keeps the old cookie:
 *
 *     Set-Cookie: _app_session=…4,120 bytes with the name…; path=/; HttpOnly; SameSite=Lax
 */
export const silentDrop: CookieRule = {
  kind: 'silent-drop',
  about: 'cookie',
  check(subject) {
    const { wire, rails, limit } = subject.sizes;
    if (!subject.session || wire <= limit) return [];
    const parameters = { wire, rails, encoding: wire - rails, limit };
    return [{ kind: 'silent-drop', severity: 'error', ...placeOf(subject), parameters }];
  },
};
