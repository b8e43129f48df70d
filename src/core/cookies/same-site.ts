import type { BrowserRules, ThirdPartyCookies } from './browser-rules.ts';
import type { RequestContext } from './request-context.ts';
import type { RequestTarget } from './request-target.ts';
import type { StoredCookie } from './storage.ts';

/** Whether another site than the URL's made the request, or shows the page around it (RFC 6265bis, 5.2). Unknown counts as the same. */
export function isCrossSite(context: RequestContext, target: RequestTarget, rules: BrowserRules): boolean {
  if (!context.topLevel && context.topLevelSite !== null) {
    if (!isSameSite(context.topLevelSite, target, rules.schemefulSameSite)) return true;
    // `Sec-Fetch-Site: cross-site` between http and https of one domain.
    if (!rules.schemefulSameSite) return false;
  }
  return context.site === 'cross-site';
}

/** Whether the request is one within a page of another site: its cookies are third-party ones. Schemes do not matter here. */
export function isThirdParty(context: RequestContext, target: RequestTarget): boolean {
  if (context.topLevel) return false;
  // A form inside a frame says that it is same-origin; this header says what it is in.
  if (context.storageAccess !== null) return true;
  return context.topLevelSite === null ? context.site === 'cross-site' : !isSameSite(context.topLevelSite, target, false);
}

/**
 * What becomes of third-party cookies here. Chromium tells with each such request, whatever its user set; Firefox says `none` too, and
 * keeps them apart. Source: Storage Access Headers, 3; seen in Chromium 156 and Firefox 153.
 */
export function thirdPartyCookies({ storageAccess }: RequestContext, setting: ThirdPartyCookies): ThirdPartyCookies {
  if (setting === 'partitioned' || storageAccess === null) return setting;
  return storageAccess === 'active' ? 'allowed' : 'blocked';
}

/** RFC 6265bis, 5.7 step 17: a cross-site response stores SameSite cookies only when it navigates the top level. */
export function storesSameSite(
  sameSite: StoredCookie['sameSite'],
  context: RequestContext,
  target: RequestTarget,
  rules: BrowserRules,
): boolean {
  const enforced = sameSite ?? rules.defaultSameSite.enforce;
  return enforced === 'None' || context.topLevel || !isCrossSite(context, target, rules);
}

/** RFC 6265bis, 5.8.3 step 1 and 5.6.7.2 (the POST of the first two minutes). */
export function sendsSameSite(cookie: StoredCookie, context: RequestContext, target: RequestTarget, rules: BrowserRules): boolean {
  const enforced = cookie.sameSite ?? rules.defaultSameSite.enforce;
  if (enforced === 'None' || !isCrossSite(context, target, rules)) return true;
  if (enforced === 'Strict' || !context.topLevel) return false;
  if (isSafeOrUnknown(context.method)) return true;
  const { defaultSameSite } = rules;
  return cookie.sameSite === null && defaultSameSite.enforce === 'Lax' && context.at - cookie.createdAt <= defaultSameSite.laxPostMs;
}

/** RFC 9110, 9.2.1. */
function isSafeOrUnknown(method: string): boolean {
  return ['GET', 'HEAD', 'OPTIONS', 'TRACE', ''].includes(method);
}

function isSameSite(site: string, target: RequestTarget, schemeful: boolean): boolean {
  return schemeful ? site === target.schemefulSite : site.slice(site.indexOf('//') + 2) === target.site;
}
