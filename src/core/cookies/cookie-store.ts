import type { Browser } from './browser.ts';
import { BROWSER_RULES, type ThirdPartyCookies } from './browser-rules.ts';
import { clearsCookies } from './clear-site-data.ts';
import { domainMatch, pathMatch } from './cookie-match.ts';
import { CookieShelves, identityOf } from './cookie-shelves.ts';
import { evictionFrom, type Held } from './eviction.ts';
import type { RequestContext } from './request-context.ts';
import { requestTarget } from './request-target.ts';
import { withheldReason } from './retrieve-cookies.ts';
import { isThirdParty } from './same-site.ts';
import type { SetCookie } from './set-cookie.ts';
import type { LineStorage, RefusalReason, StorageOutcome, StoredCookie, WithheldReason } from './storage.ts';
import { type BrowserSetup, judgeLine, scopeWithoutUrl } from './store-cookie.ts';

/** What became of one Set-Cookie line, and of the cookies that it met. */
export interface SetResult extends Omit<LineStorage, 'evidence'> {
  /** As the line asks for it, kept or not; null where the URL cannot be read. */
  readonly candidate: StoredCookie | null;
  /** As it is stored now; null when it is not. */
  readonly cookie: StoredCookie | null;
  /** Cookies of the same site that had to go because there were too many; those that had expired anyway are not named. */
  readonly evicted: readonly StoredCookie[];
  /** The cookie of the same identity that it replaced or deleted. */
  readonly replacedCookie: StoredCookie | null;
}

export interface Retrieval {
  /** In the order of the `Cookie` header. */
  readonly sent: readonly StoredCookie[];
  /** The other cookies of the URL's site, each with why it stays behind. */
  readonly withheld: readonly { readonly cookie: StoredCookie; readonly reason: WithheldReason }[];
}

export interface CookieStoreOptions {
  /** When the user's setting is known; else the browser's default. */
  readonly thirdParty?: ThirdPartyCookies;
}

/** The cookies of one browser profile, replayed from its traffic. Nothing here throws on any header or URL. Source: RFC 6265bis, 5.7 and 5.8. */
export class CookieStore {
  readonly #setup: BrowserSetup;
  readonly #shelves: CookieShelves;

  constructor(browser: Browser, options: CookieStoreOptions = {}, shelves: CookieShelves = new CookieShelves()) {
    const rules = BROWSER_RULES[browser];
    this.#setup = { rules, thirdParty: options.thirdParty ?? rules.thirdParty };
    this.browser = browser;
    this.#shelves = shelves;
  }

  readonly browser: Browser;

  /** Another store with the same cookies; what changes in one stays unseen by the other. Costs one step per site, not per cookie. */
  copy(): CookieStore {
    return new CookieStore(this.browser, { thirdParty: this.#setup.thirdParty }, this.#shelves.copy());
  }

  /** In the order in which they were created. */
  [Symbol.iterator](): IterableIterator<StoredCookie> {
    return this.#shelves.cookies().values();
  }

  get(identity: string): StoredCookie | null {
    return this.#shelves.get(identity)?.cookie ?? null;
  }

  /** Stores a cookie as it is, because traffic shows that the browser has it. Nothing is judged, nothing evicted. */
  put(cookie: StoredCookie): void {
    this.#shelves.put(cookie, cookie.createdAt, true);
  }

  /** Removes a cookie, because traffic shows that the browser does not have it (any more). */
  remove(identity: string): StoredCookie | null {
    return this.#shelves.remove(identity)?.cookie ?? null;
  }

  /**
   * Takes one Set-Cookie line of a response. A deletion is refused for the same reasons as a cookie.
   * Source: RFC 6265bis, 5.7.
   */
  set(line: SetCookie, context: RequestContext): SetResult {
    const target = requestTarget(context.url);
    if (target === null) return notStored(refused('malformed'), { candidate: null, scope: scopeWithoutUrl(line), expiresAt: null });
    const { cookie, refusal: own } = judgeLine(line, context, target, this.#setup);
    const scope = { domain: cookie.domain, hostOnly: cookie.hostOnly, path: cookie.path, partition: cookie.partition };
    const { expiresAt } = cookie;
    const told = { candidate: cookie, scope, expiresAt };
    const refusal = own ?? (target.isSecure ? null : this.#refusalBySecure(cookie, target.site, context.at));
    if (refusal !== null) return notStored(refused(refusal), told);

    const identity = identityOf(cookie);
    const earlier = this.#shelves.get(identity, target.site);
    const replacedCookie = earlier !== null && isLive(earlier.cookie, context.at) ? earlier.cookie : null;
    // Step 24 and 5.6.1: a cookie that has expired on arrival only deletes.
    if (expiresAt !== null && expiresAt <= context.at) {
      if (earlier !== null) this.#shelves.drop(earlier.cookie);
      return notStored({ outcome: replacedCookie === null ? 'ignored' : 'deleted' }, told, replacedCookie);
    }
    const keepsPlace = replacedCookie !== null && (this.#setup.rules.keepsPlace === 'always' || replacedCookie.value === cookie.value);
    const kept = keepsPlace ? { ...cookie, createdAt: replacedCookie.createdAt } : cookie;
    this.#shelves.put(kept, context.at, keepsPlace, identity);
    const evicted = this.#evict(kept, target.site, context.at);
    return { stored: replacedCookie === null ? CREATED : REPLACED, ...told, cookie: kept, evicted, replacedCookie };
  }

  /** What goes with a request, and what does not. A cookie that is sent counts as used. Source: RFC 6265bis, 5.8.3. */
  retrieve(context: RequestContext): Retrieval {
    const target = requestTarget(context.url);
    if (target === null) return { sent: [], withheld: [] };
    const sent: Held[] = [];
    const withheld: { cookie: StoredCookie; reason: WithheldReason }[] = [];
    for (const held of this.#shelves.ofSite(target.site)) {
      const reason = withheldReason(held.cookie, context, target, this.#setup);
      if (reason === null) sent.push(held);
      else withheld.push({ cookie: held.cookie, reason });
    }
    this.#shelves.touch(target.site, sent, context.at);
    // Step 2: longer paths first, then earlier creation.
    sent.sort((a, b) => b.cookie.path.length - a.cookie.path.length || a.cookie.createdAt - b.cookie.createdAt || a.order - b.order);
    return { sent: sent.map(({ cookie }) => cookie), withheld };
  }

  /** Why the browser would not send this cookie with the request, whether or not it has it; null when it would. */
  withholds(cookie: StoredCookie, context: RequestContext): WithheldReason | null {
    const target = requestTarget(context.url);
    return target === null ? 'domain' : withheldReason(cookie, context, target, this.#setup);
  }

  /**
   * Takes the `Clear-Site-Data` header of a response and gives what it deleted: every cookie of the registrable domain, and
   * within a page of another site those of that page's partition. Source: Clear Site Data, 3.2 and 4.2.1.
   */
  clearSiteData(header: string, context: RequestContext): readonly StoredCookie[] {
    const target = requestTarget(context.url);
    if (target === null || !target.isSecure || !clearsCookies(header)) return [];
    if (context.credentials === false && context.site !== 'same-origin') return [];
    const partition = context.topLevelSite ?? target.schemefulSite;
    const isApart = this.#setup.thirdParty !== 'allowed' && isThirdParty(context, target);
    const cleared = [...this.#shelves.ofSite(target.site)]
      .map(({ cookie }) => cookie)
      .filter((cookie) => cookie.partition === partition || (cookie.partition === null && !isApart));
    for (const cookie of cleared) this.#shelves.drop(cookie);
    return cleared;
  }

  /** Step 18, "leave secure cookies alone": an insecure origin may neither overwrite nor hide a Secure cookie. */
  #refusalBySecure(cookie: StoredCookie, site: string, at: number): RefusalReason | null {
    for (const { cookie: other } of this.#shelves.ofSite(site)) {
      if (!other.secure || other.name !== cookie.name || other.partition !== cookie.partition || !isLive(other, at)) continue;
      const isNear = domainMatch(other.domain, cookie.domain) || domainMatch(cookie.domain, other.domain);
      if (isNear && pathMatch(cookie.path, other.path)) return 'secure-overwrite';
    }
    return null;
  }

  #evict(added: StoredCookie, site: string, at: number): readonly StoredCookie[] {
    const { perSite } = this.#setup.rules;
    if (added.partition === null && this.#shelves.sizeOf(site) <= perSite.most) return [];
    const rivals = [...this.#shelves.ofSite(site)].filter(({ cookie }) => cookie.partition === added.partition);
    const evicted = evictionFrom(rivals, at, this.#setup.rules).map(({ cookie }) => cookie);
    for (const cookie of evicted) this.#shelves.drop(cookie);
    return evicted.filter((cookie) => isLive(cookie, at));
  }
}

const CREATED: StorageOutcome = { outcome: 'created' };
const REPLACED: StorageOutcome = { outcome: 'replaced' };

type Told = Pick<SetResult, 'candidate' | 'scope' | 'expiresAt'>;

function notStored(stored: StorageOutcome, told: Told, replacedCookie: StoredCookie | null = null): SetResult {
  return { stored, ...told, cookie: null, evicted: [], replacedCookie };
}

function refused(reason: RefusalReason): StorageOutcome {
  return { outcome: 'refused', reason };
}

function isLive(cookie: StoredCookie, at: number): boolean {
  return cookie.expiresAt === null || cookie.expiresAt > at;
}
