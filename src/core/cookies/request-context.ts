import { type HttpExchange, headerValues } from '../http/exchange.ts';
import { parseUrl } from '../http/parse-url.ts';
import { schemefulSite } from './public-suffix.ts';
import { requestTarget } from './request-target.ts';

/** What a request says about where it came from, as far as the storage model needs it. */
export interface RequestContext {
  /** As sent. */
  readonly url: string;
  /** Milliseconds since the epoch, by the clock of the traffic: the start for sending, the arrival of the response for storing. */
  readonly at: number;
  /** Upper case. */
  readonly method: string;
  /** How the initiator's site relates to the URL's (Sec-Fetch-Site, else Origin or Referer); `none` is a typed address or a bookmark. */
  readonly site: 'same-origin' | 'same-site' | 'cross-site' | 'none' | 'unknown';
  /** The request navigates the top-level page (Sec-Fetch-Mode navigate, Sec-Fetch-Dest document). */
  readonly topLevel: boolean;
  /** Site of the page that the user sees, such as `https://example.com`; null when the request does not tell. */
  readonly topLevelSite: string | null;
  /** Whether the request was made with credentials, so that cookies are sent and stored; null when it does not tell. */
  readonly credentials: boolean | null;
  /** `Sec-Fetch-Storage-Access`, which browsers send with requests within pages of other sites: whether its own cookies go with it. Null when it was not sent. */
  readonly storageAccess: 'none' | 'inactive' | 'active' | null;
}

/**
 * What an exchange tells about its request. `Sec-Fetch-…` decides where a browser sent it (it does to https and loopback
 * hosts); else Origin or Referer against the URL, and what the browser says it was fetching. What nothing tells is `unknown` or
 * null, and a request of unknown kind counts as a navigation: the storage model then errs towards sending and storing.
 * `topLevelSite` is near the truth only: for a request within a page it is the site of who made it, which in a frame is the
 * frame's and not the page's.
 * Source: Fetch Metadata, 2; RFC 6265bis, 5.2.
 */
export function requestContext(exchange: HttpExchange, at: number): RequestContext {
  const { url } = exchange;
  const headers = (name: string): string | null => headerValues(exchange.requestHeaders, name)[0]?.trim() ?? null;
  const ownSite = requestTarget(url)?.schemefulSite ?? null;
  const initiator = initiatorOf(headers('origin'), headers('referer'));
  const site = siteRelation(headers('sec-fetch-site')) ?? relation(initiator, url, ownSite);
  // Where Firefox tells nothing else, on plain http: browsers send it with what they navigate to.
  const navigates = headers('upgrade-insecure-requests') !== null;
  const topLevel = isTopLevel(headers('sec-fetch-dest'), exchange.resourceType, navigates ? null : headers('origin'));
  return {
    url,
    at,
    method: exchange.method.toUpperCase(),
    site,
    topLevel,
    topLevelSite: topLevel || site === 'same-origin' || site === 'same-site' ? ownSite : initiator && schemefulSite(initiator),
    credentials: hasCredentials(site, topLevel, headers),
    storageAccess: storageAccess(headers('sec-fetch-storage-access')),
  };
}

/** An opaque origin (`null`) says less than a Referer does. */
function initiatorOf(origin: string | null, referer: string | null): string | null {
  return [origin, referer].find((url) => url !== null && parseUrl(url) !== null) ?? null;
}

function storageAccess(value: string | null): RequestContext['storageAccess'] {
  return value === 'none' || value === 'inactive' || value === 'active' ? value : null;
}

function siteRelation(secFetchSite: string | null): RequestContext['site'] | null {
  switch (secFetchSite) {
    case 'same-origin':
    case 'same-site':
    case 'cross-site':
    case 'none':
      return secFetchSite;
    default:
      return null;
  }
}

function relation(initiator: string | null, url: string, ownSite: string | null): RequestContext['site'] {
  if (initiator === null || ownSite === null) return 'unknown';
  if (new URL(initiator).origin === new URL(url).origin) return 'same-origin';
  return schemefulSite(initiator) === ownSite ? 'same-site' : 'cross-site';
}

function isTopLevel(dest: string | null, resourceType: string | null, origin: string | null): boolean {
  if (dest !== null) return dest === 'document';
  return resourceType === null ? origin === null : resourceType.toLowerCase() === 'document';
}

/** Fetch, 4.6: whether credentials are included is the page's choice only for what it fetches elsewhere with CORS. */
function hasCredentials(site: RequestContext['site'], topLevel: boolean, headers: (name: string) => string | null): boolean | null {
  const mode = headers('sec-fetch-mode');
  if (topLevel || mode === 'navigate') return true;
  // Storage Access API: this header goes only with requests that include credentials.
  if (headers('cookie') !== null || headers('sec-fetch-storage-access') !== null) return true;
  const isElsewhere = site === 'cross-site' || site === 'same-site';
  return isElsewhere && (mode === 'no-cors' || mode === 'websocket') ? true : null;
}
