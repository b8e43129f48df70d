import { isLoopbackHost } from '../../http/loopback.ts';
import { refusalOf } from '../refusal.ts';
import { type CookieRule, placeOf } from '../rule.ts';

/**
 * Set by www.app.example for the whole of app.example, so that every other subdomain gets the session too:
 *
 *     Set-Cookie: _app_session=…; domain=app.example; path=/; HttpOnly; Secure; SameSite=Lax
 */
export const domainTooBroad: CookieRule = {
  kind: 'domain-too-broad',
  about: 'cookie',
  check(subject) {
    const { session, deleted, hostname: host, cookie } = subject;
    const { domain } = cookie.effective;
    if (!session || deleted || domain === null || !isParent(domain, host) || isLoopbackHost(host)) return [];
    // What the browser refuses reaches nobody; that is a finding of its own.
    if (refusalOf(subject) !== null) return [];
    return [{ kind: 'domain-too-broad', severity: 'warning', ...placeOf(subject), parameters: { domain, host } }];
  },
};

/** A single label is a public suffix, which browsers refuse, and an address has no parent. */
function isParent(domain: string, host: string): boolean {
  return host.endsWith(`.${domain}`) && domain.includes('.') && !/^[\d.]+$/.test(host);
}
