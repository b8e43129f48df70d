/**
 * Whether a URL's host is the machine itself: browsers take plain http from there as secure, and it is where applications are developed.
 * Source: Secure Contexts, 3.1; RFC 6761, 6.3 (`localhost` and what ends in it).
 */
export function isLoopbackHost(hostname: string): boolean {
  return /^(?:.+\.)?localhost\.?$|^127(?:\.\d{1,3}){3}$|^\[::1\]$/i.test(hostname);
}
