import { decodeUtf8 } from '../cookies/form-encoding.ts';
import type { Finding } from '../findings/finding.ts';
import { checkHistory } from '../findings/rules/index.ts';
import { compareTraffic } from '../report/traffic-order.ts';
import { buildHistory, type HistoryOptions, type SessionHistory } from '../session/history.ts';
import type { HistoryStep } from '../session/history-step.ts';
import type { SiteTraffic } from '../session/site-traffic.ts';
import { type StepFacts, siteGroup, stepOf } from './histories.ts';

/** One exchange, with its steps by the names of the cookies whose history asked for them. */
interface KnownExchange {
  readonly facts: StepFacts;
  /** Null before anything asked for one. */
  steps: Map<string | null, HistoryStep> | null;
}

interface Site {
  readonly name: string;
  /** Ids of all its exchanges, in the order in which they came. */
  readonly exchanges: Set<string>;
  histories: readonly SessionHistory[];
  /** By the exchange that they stand at. */
  found: ReadonlyMap<string, readonly Finding[]>;
}

const NOTHING: readonly Finding[] = [];

/**
 * The history of every session cookie, by site and name, and what the rules find in it. What changed is only noted; `refresh` builds the
 * histories of the sites concerned anew, out of steps that are kept as long as nothing is new about their exchange.
 */
export class SessionHistories {
  readonly #factsOf: (exchangeId: string) => StepFacts | null;
  #options: HistoryOptions;
  readonly #sites = new Map<string, Site>();
  readonly #siteOf = new Map<string, Site>();
  readonly #known = new Map<string, KnownExchange | null>();
  readonly #waiting = new Set<Site>();

  /** Null for an exchange that could not be parsed; where our own code throws, it is as if there were none. */
  constructor(factsOf: (exchangeId: string) => StepFacts | null, options: HistoryOptions) {
    this.#factsOf = factsOf;
    this.#options = options;
  }

  /** There may be news of this exchange, whose host never changes. */
  changed(exchangeId: string, hostname: string): void {
    const site = this.#siteOf.get(exchangeId) ?? this.#site(siteGroup(hostname));
    this.#siteOf.set(exchangeId, site);
    site.exchanges.add(exchangeId);
    this.#known.delete(exchangeId);
    this.#waiting.add(site);
  }

  /** Every history is built anew with these. */
  useOptions(options: HistoryOptions): void {
    this.#options = options;
    for (const site of this.#sites.values()) this.#waiting.add(site);
  }

  /** The exchanges whose findings are others than before. */
  refresh(): ReadonlySet<string> {
    const news = new Set<string>();
    for (const site of this.#waiting) {
      const before = site.found;
      this.#rebuild(site);
      for (const id of new Set([...before.keys(), ...site.found.keys()])) {
        if (JSON.stringify(before.get(id)) !== JSON.stringify(site.found.get(id))) news.add(id);
      }
    }
    this.#waiting.clear();
    return news;
  }

  /** As of the last `refresh`. */
  histories(): readonly SessionHistory[] {
    return [...this.#sites.values()].flatMap(({ histories }) => histories);
  }

  /** Every site with all its exchanges in the order of the traffic, as of the last `refresh`. */
  traffic(): readonly SiteTraffic[] {
    return [...this.#sites.values()].map(({ name, exchanges }) => ({
      site: name,
      steps: [...exchanges]
        .flatMap((id) => this.#exchange(id) ?? [])
        .map((each) => step(null, each))
        .sort((a, b) => compareTraffic(a.exchange, b.exchange)),
    }));
  }

  /** What stands at this exchange, as of the last `refresh`. */
  findings(exchangeId: string): readonly Finding[] {
    return this.#siteOf.get(exchangeId)?.found.get(exchangeId) ?? NOTHING;
  }

  clear(): void {
    for (const each of [this.#sites, this.#siteOf, this.#known, this.#waiting]) each.clear();
  }

  #site(name: string): Site {
    const known = this.#sites.get(name);
    if (known !== undefined) return known;
    const site: Site = { name, exchanges: new Set(), histories: [], found: new Map() };
    this.#sites.set(name, site);
    return site;
  }

  #rebuild(site: Site): void {
    const exchanges = [...site.exchanges].flatMap((id) => this.#exchange(id) ?? []);
    const names = new Set(exchanges.flatMap(({ facts }) => facts.sessions));
    site.histories = [...names].map((name) =>
      buildHistory(
        name,
        site.name,
        exchanges.map((each) => step(name, each)),
        this.#options,
      ),
    );
    const found = new Map<string, Finding[]>();
    for (const history of site.histories) {
      for (const { exchangeId, finding } of checkSafely(history)) {
        const there = found.get(exchangeId);
        if (there === undefined) found.set(exchangeId, [finding]);
        else there.push(finding);
      }
    }
    site.found = found;
  }

  #exchange(id: string): KnownExchange | null {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const facts = this.#factsSafely(id);
    const exchange = facts && { facts, steps: null };
    this.#known.set(id, exchange);
    return exchange;
  }

  #factsSafely(id: string): StepFacts | null {
    try {
      return this.#factsOf(id);
    } catch {
      return null;
    }
  }
}

function step(name: string | null, exchange: KnownExchange): HistoryStep {
  exchange.steps ??= new Map();
  const known = exchange.steps.get(name) ?? stepOf(name, exchange.facts);
  exchange.steps.set(name, known);
  return known;
}

/** A fault of ours in one rule never stops the rest of the recording. */
function checkSafely(history: SessionHistory): ReturnType<typeof checkHistory> {
  try {
    return checkHistory({ name: decodeUtf8(history.name), history });
  } catch {
    return [];
  }
}
