import { domainMatch, pathMatch } from './cookie-match.ts';
import type { RequestContext } from './request-context.ts';
import type { RequestTarget } from './request-target.ts';
import { isThirdParty, sendsSameSite, thirdPartyCookies } from './same-site.ts';
import type { StoredCookie, WithheldReason } from './storage.ts';
import type { BrowserSetup } from './store-cookie.ts';

/**
 * Why a cookie does not go with this request, null when it does. Where several reasons hold, the first of: domain, path,
 * expired, credentials, secure, partition (also of a third party whose cookies are blocked), same-site.
 * Source: RFC 6265bis, 5.8.3 step 1.
 */
export function withheldReason(
  cookie: StoredCookie,
  context: RequestContext,
  target: RequestTarget,
  setup: BrowserSetup,
): WithheldReason | null {
  if (cookie.hostOnly ? cookie.domain !== target.host : !domainMatch(target.host, cookie.domain)) return 'domain';
  if (!pathMatch(target.path, cookie.path)) return 'path';
  if (cookie.expiresAt !== null && cookie.expiresAt <= context.at) return 'expired';
  if (context.credentials === false && context.site !== 'same-origin') return 'credentials';
  if (cookie.secure && !target.isSecure) return 'secure';
  if (!isInReach(cookie, context, target, setup)) return 'partition';
  if (!sendsSameSite(cookie, context, target, setup.rules)) return 'same-site';
  return null;
}

/** CHIPS: a partitioned cookie goes only with requests under the page it was set under. */
function isInReach(cookie: StoredCookie, context: RequestContext, target: RequestTarget, setup: BrowserSetup): boolean {
  if (cookie.partition !== null) return cookie.partition === (context.topLevelSite ?? target.schemefulSite);
  if (thirdPartyCookies(context, setup.thirdParty) === 'allowed') return true;
  return (context.topLevelSite === null && context.storageAccess === null) || !isThirdParty(context, target);
}
