import { parseUrl } from '../http/parse-url.ts';
import { isAddress } from './cookie-match.ts';
import { isPublicSuffix } from './public-suffix.ts';
import type { EffectiveAttributes, SetCookie } from './set-cookie.ts';

/** Where a browser keeps a cookie, besides its name and partition. */
export interface CookieScope {
  /** Lower case, without a leading dot; empty when the URL has no host. */
  readonly domain: string;
  /** Sent to exactly this host, not to its subdomains. */
  readonly hostOnly: boolean;
  readonly path: string;
}

/**
 * The scope that the response's URL and the attributes give a cookie. Whether the host may set it is not judged here.
 * An unreadable URL has an empty host and the path `/`.
 * Source: RFC 6265bis, 5.1.4 and 5.7.
 */
export function cookieScope(cookie: SetCookie, url: string): CookieScope {
  const parsed = parseUrl(url);
  return scopeAt(cookie.effective, parsed?.hostname ?? '', parsed?.pathname ?? '');
}

/** As `cookieScope`, with the URL's host and path. */
export function scopeAt(attributes: EffectiveAttributes, host: string, uriPath: string): CookieScope {
  const path = attributes.path ?? defaultPath(uriPath);
  const { domain } = attributes;
  if (domain === null) return { domain: host, hostOnly: true, path };
  return { domain, hostOnly: domain === host && !mayHaveSubdomains(host), path };
}

/** RFC 6265bis, 5.1.4. */
function defaultPath(uriPath: string): string {
  const lastSlash = uriPath.lastIndexOf('/');
  return uriPath.startsWith('/') && lastSlash > 0 ? uriPath.slice(0, lastSlash) : '/';
}

/** 5.7 step 9: a cookie for the very host that is a public suffix stays with that host, as it does with an address. */
function mayHaveSubdomains(host: string): boolean {
  return !isAddress(host) && !isPublicSuffix(host);
}
