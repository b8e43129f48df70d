import type { Browser } from '../cookies/browser.ts';
import { siteOf } from '../cookies/public-suffix.ts';
import type { LineStorage, RequestExpectation, StoredCookie } from '../cookies/storage.ts';
import type { ParsedExchange } from '../report/parsed-exchange.ts';
import { SiteReplay } from './site-replay.ts';

/**
 * What the browser did with every cookie of the recording. A cookie of one site never matters to another, so that each is replayed by itself.
 * Exchanges may come in any order; `refresh` takes in what came.
 */
export class Replay {
  readonly #browser: Browser;
  readonly #sites = new Map<string, SiteReplay>();
  readonly #siteOf = new Map<string, SiteReplay>();
  /** So many exchanges carry a cookie. Where none does, the recording does not show them, as in a HAR that was sanitised. */
  #carrying = 0;
  #wasVisible = false;
  readonly #waiting = new Set<SiteReplay>();

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** Takes an exchange in, `before` being what was taken in under its id. */
  add(after: ParsedExchange, before: ParsedExchange | null): void {
    const { id } = after.exchange;
    if (before !== null) {
      const site = this.#siteOf.get(id);
      site?.remove(before);
      if (site !== undefined) this.#waiting.add(site);
      if (before.carried.length > 0) this.#carrying--;
    }
    const site = this.#site(siteOf(after.hostname));
    site.add(after);
    this.#siteOf.set(id, site);
    this.#waiting.add(site);
    if (after.carried.length > 0) this.#carrying++;
  }

  /** The exchanges that there is news of. */
  refresh(): ReadonlySet<string> {
    const affected = new Set<string>();
    const visible = this.#carrying > 0;
    if (visible !== this.#wasVisible) {
      for (const site of this.#sites.values()) {
        site.restart();
        this.#waiting.add(site);
      }
      this.#wasVisible = visible;
    }
    for (const site of this.#waiting) site.refresh(visible, affected);
    this.#waiting.clear();
    return affected;
  }

  /** Null for an unknown line. */
  storage(exchangeId: string, line: number): LineStorage | null {
    return this.#siteOf.get(exchangeId)?.storage(exchangeId, line) ?? null;
  }

  /** Null where the requests of the recording do not show their cookies. */
  expectation(exchangeId: string): RequestExpectation | null {
    return this.#siteOf.get(exchangeId)?.expectation(exchangeId) ?? null;
  }

  /** What the browser keeps after all that was recorded, for the site of this host. */
  kept(hostname: string): readonly StoredCookie[] {
    return this.#sites.get(siteOf(hostname))?.kept() ?? [];
  }

  #site(name: string): SiteReplay {
    const known = this.#sites.get(name);
    if (known !== undefined) return known;
    const site = new SiteReplay(this.#browser);
    this.#sites.set(name, site);
    return site;
  }
}
