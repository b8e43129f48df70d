/** Whether a host, as a URL gives it, is an IP address: `[::1]`, or `127.0.0.1` (a URL has no other host of digits and dots only). */
export function isAddress(host: string): boolean {
  return host.startsWith('[') || /^[\d.]+$/.test(host);
}

/**
 * Whether a host is the domain or lies under it; addresses have nothing under them. Both in lower case, without a leading dot.
 * Source: RFC 6265bis, 5.1.3.
 */
export function domainMatch(host: string, domain: string): boolean {
  if (host === domain) return true;
  return domain !== '' && host.length > domain.length && host.endsWith(domain) && host.at(-domain.length - 1) === '.' && !isAddress(host);
}

/** Whether a cookie with this path goes to a request for that one, query excluded. Source: RFC 6265bis, 5.1.4. */
export function pathMatch(requestPath: string, cookiePath: string): boolean {
  if (!requestPath.startsWith(cookiePath)) return false;
  return requestPath.length === cookiePath.length || cookiePath.endsWith('/') || requestPath[cookiePath.length] === '/';
}
