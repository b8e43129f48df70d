import { isSignInToken } from '../../session/session-cookie.ts';
import { type CookieRule, placeOf } from '../rule.ts';
import type { CookieSubject } from '../subject.ts';

/** In milliseconds. */
const DAY = 86_400_000;
/** In days. */
const LONG = 30;
/** RFC 6265bis, section 5.5: the longest that browsers keep a cookie, in days. */
const LONGEST = 400;
/** In milliseconds: an Expires of exactly 30 days may be written a little later than the time that it is compared with. */
const SLACK = 60_000;

/**
 * A session that stays on the device for months after its last use (31,536,000 seconds are a year):
 *
 *     Set-Cookie: _app_session=…; path=/; max-age=31536000; HttpOnly; Secure; SameSite=Lax
 */
export const longLivedSession: CookieRule = {
  kind: 'long-lived-session',
  about: 'cookie',
  check(subject) {
    const lifetime = lifetimeOf(subject);
    const slack = subject.cookie.effective.maxAge === null ? SLACK : 0;
    if (!subject.session || subject.deleted || lifetime === null || lifetime <= LONG * DAY + slack || isMeantToLast(subject)) return [];
    const capped = lifetime > LONGEST * DAY + slack;
    const days = capped ? LONGEST : Math.floor((lifetime + slack) / DAY);
    return [{ kind: 'long-lived-session', severity: 'warning', ...placeOf(subject), parameters: { days, capped } }];
  },
};

/** In milliseconds from the answer; null for a cookie that ends with the browser. Max-Age wins over Expires. */
function lifetimeOf({ cookie, answeredAt }: CookieSubject): number | null {
  const { maxAge, expires } = cookie.effective;
  if (maxAge !== null) return maxAge * 1000;
  return expires?.time == null ? null : expires.time - answeredAt;
}

/** The sign-in cookie of Rails 8, and whatever remembers a user: Devise's, `remember_token`, `rememberMe`. */
function isMeantToLast({ name, reading }: CookieSubject): boolean {
  if (reading?.role === 'remember-token' || reading?.role === 'rails8-session-id') return true;
  return isSignInToken(name) || /(?:^|[^a-z])remember/i.test(name);
}
