import type { SetCookie } from './set-cookie.ts';

/** Where a browser keeps a cookie, besides its name and partition. */
export interface CookieScope {
  /** Lower case, without a leading dot; empty when the URL has no host. */
  readonly domain: string;
  /** Sent to exactly this host, not to its subdomains. */
  readonly hostOnly: boolean;
  readonly path: string;
}

/**
 * The scope that the response's URL and the attributes give a cookie. Whether the host may set it is not judged here;
 * nor is a host that is a public suffix of several labels told apart. An unreadable URL has an empty host and the path `/`.
 * Source: RFC 6265bis, 5.1.4 and 5.7.
 */
export function cookieScope(cookie: SetCookie, url: string): CookieScope {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  const host = parsed?.hostname ?? '';
  const path = cookie.effective.path ?? defaultPath(parsed?.pathname ?? '');
  const { domain } = cookie.effective;
  if (domain === null) return { domain: host, hostOnly: true, path };
  return { domain, hostOnly: domain === host && !hasSubdomains(host), path };
}

/** RFC 6265bis, 5.1.4. */
function defaultPath(uriPath: string): string {
  const lastSlash = uriPath.lastIndexOf('/');
  return uriPath.startsWith('/') && lastSlash > 0 ? uriPath.slice(0, lastSlash) : '/';
}

/** An IP address has no subdomains; a single label (`localhost`) is a public suffix. */
function hasSubdomains(host: string): boolean {
  const isAddress = host.startsWith('[') || /^[\d.]+$/.test(host);
  return !isAddress && host.includes('.');
}
