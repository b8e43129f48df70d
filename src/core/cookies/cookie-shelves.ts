import type { Held } from './eviction.ts';
import { siteOf } from './public-suffix.ts';
import type { StorageScope, StoredCookie } from './storage.ts';

type Shelf = Map<string, Held>;

/** How long a use stays unrecorded, as in Chromium (`kDefaultAccessUpdateThreshold`): most requests then change nothing. */
const USE_RESOLUTION = 60_000;

/**
 * What makes two cookies one: scope, partition and name (RFC 6265bis, 5.7 step 24, and CHIPS). For use as a key only.
 * A nameless cookie has the name of an empty text.
 */
export function identityOf(cookie: StorageScope & { readonly name: string }): string {
  // None but the name can hold a line break, and the name stands last.
  return `${cookie.domain}\n${cookie.hostOnly ? 'host' : ''}\n${cookie.path}\n${cookie.partition ?? ''}\n${cookie.name}`;
}

/** Cookies by site and identity; copies share the shelves that neither has changed since. */
export class CookieShelves {
  #shelves = new Map<string, Shelf>();
  #order = 0;
  /** Sites whose shelf no copy shares. */
  readonly #own = new Set<string>();

  copy(): CookieShelves {
    const copy = new CookieShelves();
    copy.#shelves = new Map(this.#shelves);
    copy.#order = this.#order;
    this.#own.clear();
    return copy;
  }

  cookies(): readonly StoredCookie[] {
    const all = [...this.#shelves.values()].flatMap((shelf) => [...shelf.values()]);
    return all.sort((a, b) => a.cookie.createdAt - b.cookie.createdAt || a.order - b.order).map(({ cookie }) => cookie);
  }

  /** To be read before anything changes. */
  ofSite(site: string): Iterable<Held> {
    return this.#shelves.get(site)?.values() ?? [];
  }

  sizeOf(site: string): number {
    return this.#shelves.get(site)?.size ?? 0;
  }

  get(identity: string, site = siteIn(identity)): Held | null {
    return this.#shelves.get(site)?.get(identity) ?? null;
  }

  /** `keepsPlace`: among cookies of the same millisecond too, when there is one of this identity. */
  put(cookie: StoredCookie, usedAt: number, keepsPlace: boolean, identity = identityOf(cookie)): void {
    const site = siteOf(cookie.domain);
    const earlier = keepsPlace ? this.#shelves.get(site)?.get(identity) : undefined;
    this.#change(site).set(identity, { cookie, order: earlier?.order ?? this.#order++, usedAt });
  }

  remove(identity: string): Held | null {
    const held = this.get(identity);
    if (held !== null) this.drop(held.cookie);
    return held;
  }

  drop(cookie: StoredCookie): void {
    const site = siteOf(cookie.domain);
    const shelf = this.#change(site);
    shelf.delete(identityOf(cookie));
    if (shelf.size === 0) this.#shelves.delete(site);
  }

  touch(site: string, used: readonly Held[], at: number): void {
    for (const held of used) {
      if (at - held.usedAt < USE_RESOLUTION) continue;
      this.#change(site).set(identityOf(held.cookie), { ...held, usedAt: at });
    }
  }

  /** The shelf to change: this one's own, copied first when another may look at it too. */
  #change(site: string): Shelf {
    const shelf = this.#shelves.get(site);
    if (shelf !== undefined && this.#own.has(site)) return shelf;
    const own = new Map(shelf);
    this.#shelves.set(site, own);
    this.#own.add(site);
    return own;
  }
}

function siteIn(identity: string): string {
  return siteOf(identity.slice(0, Math.max(0, identity.indexOf('\n'))));
}
