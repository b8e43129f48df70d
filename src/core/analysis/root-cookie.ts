import type { StorageScope, StoredCookie, WithheldReason } from '../cookies/storage.ts';
import { parseUrl } from '../http/parse-url.ts';
import type { ParsedExchange } from '../report/parsed-exchange.ts';
import type { CarriedPair } from './match-carried.ts';

/**
 * A cookie that a request carries and no recorded response set. Its attributes are not known: it is taken to be as narrow as can be, so that
 * no other request is expected to carry it without reason. `isSecond` is for the second one of its name in a request.
 */
export function rootCookie({ name, value }: CarriedPair, { exchange, hostname, https }: ParsedExchange, isSecond: boolean): StoredCookie {
  return {
    name,
    value,
    domain: hostname,
    hostOnly: !isSecond,
    path: directoryOf(exchange.url),
    partition: null,
    secure: https,
    httpOnly: false,
    sameSite: 'Strict',
    createdAt: exchange.startedAt,
    expiresAt: null,
  };
}

/** A cookie that was carried where it should have been withheld, as wide as that shows it to be. */
export function widened(cookie: StoredCookie, reason: WithheldReason): StoredCookie {
  switch (reason) {
    case 'path':
      return { ...cookie, path: '/' };
    case 'secure':
      return { ...cookie, secure: false };
    case 'same-site':
      return { ...cookie, sameSite: 'None' };
    case 'expired':
      return { ...cookie, expiresAt: null };
    case 'partition':
      return { ...cookie, partition: null };
    case 'domain':
    case 'credentials':
      return cookie;
  }
}

/** A line that sets this name most likely means this cookie. */
export function adopted(root: StoredCookie, { domain, hostOnly, path, partition }: StorageScope, https: boolean): StoredCookie {
  return { ...root, domain, hostOnly, path, partition, secure: root.secure && https };
}

function directoryOf(url: string): string {
  const path = parseUrl(url)?.pathname ?? '/';
  return path.slice(0, Math.max(1, path.lastIndexOf('/')));
}
