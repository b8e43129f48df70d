import { isLoopbackHost } from '../../http/loopback.ts';
import { prefixOf } from '../cookie-prefix.ts';
import type { CookiePrefix, PrefixCondition } from '../finding.ts';
import { type CookieRule, placeOf } from '../rule.ts';
import type { CookieSubject } from '../subject.ts';

/**
 * The name promises what the attributes do not keep, so the browser refuses the cookie (RFC 6265bis, section 5.7):
 *
 *     Set-Cookie: __Host-session=…; path=/app; HttpOnly; Secure; SameSite=Lax
 */
export const prefixViolated: CookieRule = {
  kind: 'prefix-violated',
  about: 'cookie',
  check(subject) {
    const prefix = prefixOf(subject.cookie);
    if (prefix === null || subject.deleted) return [];
    // A browser that kept the cookie saw no violation.
    if (subject.storage !== null && subject.storage.stored.outcome !== 'refused') return [];
    const unmet = unmetConditions(prefix, subject);
    if (unmet.length === 0) return [];
    return [{ kind: 'prefix-violated', severity: 'error', ...placeOf(subject), parameters: { prefix, unmet, session: subject.session } }];
  },
};

/** RFC 6265bis, section 5.7, for `__Secure-`, `__Host-` and nameless cookies; `__Http-` and `__Host-Http-` as browsers have them. */
function unmetConditions(prefix: CookiePrefix, { cookie, https, hostname }: CookieSubject): readonly PrefixCondition[] {
  if (cookie.name === '') return ['name'];
  const { secure, httpOnly, path, domain } = cookie.effective;
  const ofHost = prefix === '__Host-' || prefix === '__Host-Http-';
  const conditions: readonly (readonly [PrefixCondition, boolean])[] = [
    ['secure', secure],
    ['http-only', httpOnly || prefix === '__Host-' || prefix === '__Secure-'],
    ['path', path === '/' || !ofHost],
    ['domain', domain === null || !ofHost],
    ['origin', https || isLoopbackHost(hostname)],
  ];
  return conditions.flatMap(([condition, met]) => (met ? [] : [condition]));
}
