import { parseUrl } from '../http/parse-url.ts';
import { siteOf, siteWithScheme } from './public-suffix.ts';

/** What the storage model needs of a URL. */
export interface RequestTarget {
  /** Lower case, IPv6 in brackets, without the port: cookies know no ports (RFC 6265bis, 8.5). */
  readonly host: string;
  readonly path: string;
  /** Without a scheme: cookies that could ever go to one another's hosts share it. */
  readonly site: string;
  /** Such as `https://example.com`. */
  readonly schemefulSite: string;
  /** Secure cookies may be stored from here and go here: https, wss, or a loopback host. */
  readonly isSecure: boolean;
}

/** The last one asked for: the lines of one response, and a request with its response, share a URL. */
let last: { readonly url: string; readonly target: RequestTarget | null } | null = null;

/** Null when the URL cannot be read, has no host, or is none that browsers keep cookies for (http, https, ws, wss). */
export function requestTarget(url: string): RequestTarget | null {
  if (last?.url !== url) last = { url, target: readTarget(url) };
  return last.target;
}

function readTarget(url: string): RequestTarget | null {
  const parsed = parseUrl(url);
  if (parsed === null) return null;
  const { protocol, hostname: host, pathname: path } = parsed;
  if (host === '' || !/^(?:https?|wss?):$/.test(protocol)) return null;
  return {
    host,
    path,
    site: siteOf(host),
    schemefulSite: siteWithScheme(protocol, host),
    isSecure: protocol === 'https:' || protocol === 'wss:' || isLoopback(host),
  };
}

/**
 * Hosts that Chromium 156 and Firefox 153 take for secure without https. A name that merely resolves to 127.0.0.1 is none.
 * Source: Secure Contexts, 3.1, and browser-acceptance (`secure-http-…`); RFC 6265bis, 5.7 step 8 leaves it to the browser.
 */
function isLoopback(host: string): boolean {
  return host === '[::1]' || /^127(?:\.\d+){3}$/.test(host) || /(?:^|\.)localhost\.?$/.test(host);
}
