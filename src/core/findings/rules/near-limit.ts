import { type CookieRule, placeOf } from '../rule.ts';

/** Of the browser's limit, in percent. */
const NEAR = 80;

/**
 * Little is left until the browser refuses the cookie:
 *
 *     Set-Cookie: _app_session=…3,500 bytes with the name…; path=/; HttpOnly; SameSite=Lax
 */
export const nearLimit: CookieRule = {
  kind: 'near-limit',
  about: 'cookie',
  check(subject) {
    const { wire, limit } = subject.sizes;
    const dropped = subject.session && wire > limit;
    if (dropped || wire * 100 < limit * NEAR) return [];
    return [{ kind: 'near-limit', severity: 'warning', ...placeOf(subject), parameters: { wire, limit, session: subject.session } }];
  },
};
