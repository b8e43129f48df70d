import { browser, isFirefox } from './browser.ts';
import { tellBackground } from './permissions.ts';

/** A cookie as the browser's store holds it. Name and value are text, not bytes. */
export interface BrowserStoreCookie {
  readonly name: string;
  readonly value: string;
  /** Without a leading dot. */
  readonly domain: string;
  readonly hostOnly: boolean;
  readonly path: string;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  /** Null when none was given, as far as the browser tells. */
  readonly sameSite: 'Strict' | 'Lax' | 'None' | null;
  /** Milliseconds since the epoch; null for a cookie that lasts until the browser closes. */
  readonly expiresAt: number | null;
  /** Top-level site of a partitioned cookie; null for every other. */
  readonly partition: string | null;
}

/** In a panel or devtools page of either browser; the permission must have been granted. */
export const readCookies = (tabId: number, domains: readonly string[]): Promise<readonly BrowserStoreCookie[]> =>
  isFirefox ? tellBackground({ type: 'read-cookies', tabId, domains }) : readStore(tabId, domains);

const SAME_SITE = { strict: 'Strict', lax: 'Lax', no_restriction: 'None', unspecified: null } as const;

interface Partitioned {
  readonly partitionKey?: { readonly topLevelSite?: string } | null;
}

/** The cookies of these domains and of their subdomains, partitioned ones too, from the store that the tab uses. */
export async function readStore(tabId: number, domains: readonly string[]): Promise<readonly BrowserStoreCookie[]> {
  const stores = await browser.cookies.getAllCookieStores();
  const storeId = stores.find((store) => store.tabIds.includes(tabId))?.id;
  const found = new Map<string, BrowserStoreCookie>();
  for (const domain of domains) {
    const cookies = await browser.cookies.getAll({
      domain,
      partitionKey: {},
      ...(storeId === undefined ? {} : { storeId }),
      // With first-party isolation Firefox demands it; Chromium refuses what it does not know.
      ...(isFirefox ? { firstPartyDomain: null as unknown as string } : {}),
    });
    for (const cookie of cookies) {
      const partition = (cookie as Partitioned).partitionKey?.topLevelSite ?? null;
      found.set(JSON.stringify([cookie.name, cookie.domain, cookie.path, partition]), {
        name: cookie.name,
        value: cookie.value,
        domain: cookie.domain.replace(/^\./, ''),
        hostOnly: cookie.hostOnly,
        path: cookie.path,
        secure: cookie.secure,
        httpOnly: cookie.httpOnly,
        sameSite: SAME_SITE[cookie.sameSite as keyof typeof SAME_SITE] ?? null,
        expiresAt: cookie.expirationDate === undefined ? null : cookie.expirationDate * 1000,
        partition,
      });
    }
  }
  return [...found.values()];
}
