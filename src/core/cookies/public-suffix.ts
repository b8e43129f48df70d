import { parse } from 'tldts';
import { parseUrl } from '../http/parse-url.ts';
import { isAddress } from './cookie-match.ts';

/** What the public suffix list says about a host. */
interface HostSite {
  readonly site: string;
  readonly isSuffix: boolean;
}

/** Hosts of one recording are few and asked for again and again; the bound only keeps hostile traffic from filling the memory. */
const MEMORY = 4096;
const memory = new Map<string, HostSite>();

/**
 * The registrable domain of a host (`shop.co.uk` for `www.shop.co.uk`), or the host itself when it has none: an address, a
 * single label, a public suffix. Private suffixes such as `github.io` count, as they do in browsers. Lower case in, as URLs have it.
 * Source: RFC 6265bis, 5.2 ("site for cookies"), and the public suffix list's algorithm.
 */
export function siteOf(hostname: string): string {
  return lookUp(hostname).site;
}

/** Whether a host is a public suffix (RFC 6265bis, 5.7 step 9); a single label such as `localhost` is one, by the list's rule `*`. */
export function isPublicSuffix(hostname: string): boolean {
  return lookUp(hostname).isSuffix;
}

/**
 * The site of a URL with its scheme, such as `https://example.com`; null when the URL cannot be read or has no host.
 * WebSockets belong to the site of the page that opened them (HTML, "schemelessly same site" and "site").
 */
export function schemefulSite(url: string): string | null {
  const parsed = parseUrl(url);
  if (parsed === null) return null;
  const { protocol, hostname } = parsed;
  return hostname === '' ? null : siteWithScheme(protocol, hostname);
}

/** As `schemefulSite`, of a URL that is already in parts; the protocol with its colon. */
export function siteWithScheme(protocol: string, hostname: string): string {
  const scheme = protocol === 'wss:' ? 'https:' : protocol === 'ws:' ? 'http:' : protocol;
  return `${scheme}//${siteOf(hostname)}`;
}

function lookUp(hostname: string): HostSite {
  const known = memory.get(hostname);
  if (known !== undefined) return known;
  const found = parseHost(hostname);
  if (memory.size >= MEMORY) memory.clear();
  memory.set(hostname, found);
  return found;
}

function parseHost(hostname: string): HostSite {
  if (hostname === '' || isAddress(hostname)) return { site: hostname, isSuffix: false };
  // `example.com.` is another site than `example.com`, though the list does not know its dot.
  const dot = hostname.endsWith('.') ? '.' : '';
  const name = dot === '' ? hostname : hostname.slice(0, -1);
  const { domain, publicSuffix } = parse(name, {
    allowPrivateDomains: true,
    extractHostname: false,
    validateHostname: false,
    detectIp: false,
  });
  return { site: domain === null ? hostname : domain + dot, isSuffix: domain === null && publicSuffix === name };
}
