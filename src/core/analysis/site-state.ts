import { cookieScope } from '../cookies/cookie-scope.ts';
import { identityOf } from '../cookies/cookie-shelves.ts';
import type { CookieStore } from '../cookies/cookie-store.ts';
import { type RequestContext, requestContext } from '../cookies/request-context.ts';
import type { LinePlace, RequestExpectation, StorageOutcome, StorageScope, StoredCookie } from '../cookies/storage.ts';
import { headerValues } from '../http/exchange.ts';
import type { ParsedExchange, ParsedLine } from '../report/parsed-exchange.ts';
import { type CarriedPair, matchCarried } from './match-carried.ts';
import { type Judged, PendingLines } from './pending-lines.ts';
import { adopted, rootCookie, widened } from './root-cookie.ts';
import type { TrafficEvent } from './traffic-event.ts';

/** What became of a line when its response landed. */
export interface LineResult {
  readonly stored: StorageOutcome;
  readonly scope: StorageScope;
  readonly expiresAt: number | null;
  /** As the browser would keep it; null where there is no telling. */
  readonly cookie: StoredCookie | null;
}

/** A recorded line, found by its value. */
export interface KnownLine {
  readonly parsed: ParsedExchange;
  readonly line: ParsedLine;
  readonly landedAt: number;
}

/** The lines that set a value (`ParsedValue.key`), in the order in which they landed. */
export interface SetLines {
  linesOf(key: string): readonly KnownLine[];
  /** Null for a line that has not landed yet. */
  resultOf(line: KnownLine): LineResult | null;
}

type Request = Pick<TrafficEvent, 'parsed' | 'context' | 'at'>;

interface Answer {
  readonly expectation: RequestExpectation;
  readonly evidence: readonly Judged[];
}

/** A browser's store for one site at one time of the traffic. Where a request contradicts it the traffic wins. */
export class SiteState {
  readonly #store: CookieStore;
  /** By identity, the line that set what is kept; none for a root, which no recorded response set. */
  #setBy = new Map<string, LinePlace>();
  #pending = new PendingLines();
  /** Lines that a request carried before they landed, by the clock that we have. */
  #early = new Map<string, LineResult>();
  /** Exchanges whose request carried nothing although it should have, so that their response's lines are not looked at. */
  #withoutCredentials = new Set<string>();

  constructor(store: CookieStore) {
    this.#store = store;
  }

  copy(): SiteState {
    const copy = new SiteState(this.#store.copy());
    copy.#setBy = new Map(this.#setBy);
    copy.#pending = this.#pending.copy();
    copy.#early = new Map(this.#early);
    copy.#withoutCredentials = new Set(this.#withoutCredentials);
    return copy;
  }

  kept(): readonly StoredCookie[] {
    return [...this.#store];
  }

  response({ parsed, context: told }: TrafficEvent): readonly LineResult[] {
    const context = this.#withoutCredentials.delete(parsed.exchange.id) ? { ...told, credentials: false } : told;
    const results = parsed.lines.map((line) => {
      const place = { exchangeId: parsed.exchange.id, line: line.line };
      const early = this.#early.get(keyOf(place));
      this.#early.delete(keyOf(place));
      return early ?? this.#set(place, parsed, line, context);
    });
    // The browser heeds it when it has the whole response, and then takes what that set, too.
    for (const header of headerValues(parsed.exchange.responseHeaders, 'clear-site-data')) {
      for (const cookie of this.#store.clearSiteData(header, context)) this.#setBy.delete(identityOf(cookie));
    }
    return results;
  }

  request({ parsed, context, at }: TrafficEvent, lines: SetLines): Answer {
    const { sent, withheld } = this.#store.retrieve(context);
    const carried = parsed.carried.map(({ sealed, key }) => ({ name: sealed.name, value: sealed.value, key }));
    const named = (cookie: StoredCookie) => ({ name: cookie.name, setBy: this.#setBy.get(identityOf(cookie)) ?? null });
    const reasons = withheld.map(({ cookie, reason }) => ({ ...named(cookie), reason }));
    if (carried.length === 0 && mayOmitCookies(parsed, context)) {
      if (sent.length > 0) this.#withoutCredentials.add(parsed.exchange.id);
      const omitted = sent.map((cookie) => ({ ...named(cookie), reason: 'credentials' as const }));
      return { expectation: { expected: [], withheld: [...reasons, ...omitted], unexpected: [] }, evidence: [] };
    }
    const { expected, unexpected } = matchCarried(sent, carried);
    const expectation: RequestExpectation = {
      expected: expected.map(({ cookie, state }) => ({ ...named(cookie), carried: state })),
      withheld: reasons,
      unexpected: unexpected.map(({ pair }) => {
        const setBy = lines.linesOf(pair.key).findLast((line) => line.landedAt <= at);
        return { name: pair.name, setBy: setBy === undefined ? null : placeOf(setBy) };
      }),
    };
    const isInFlight = (cookie: StoredCookie) => this.#pending.isInFlight(identityOf(cookie), context);
    const tooSoon = new Set(sent.filter(isInFlight));
    const evidence = this.#pending.judge({ context, carried, sent, store: this.#store });
    for (const { cookie, state } of expected) if (state === 'no' && !tooSoon.has(cookie)) this.#remove(cookie);
    for (const { pair, instead } of unexpected)
      if (instead === null || !tooSoon.has(instead)) this.#learn(pair, instead, { parsed, context, at }, lines);
    return { expectation, evidence };
  }

  #set(place: LinePlace, parsed: ParsedExchange, line: ParsedLine, context: RequestContext): LineResult {
    this.#adopt(parsed, line, context);
    const { stored, scope, expiresAt, candidate: cookie, evicted, replacedCookie } = this.#store.set(line.cookie, context);
    for (const gone of evicted) this.#setBy.delete(identityOf(gone));
    if (cookie !== null) {
      if (stored.outcome === 'created' || stored.outcome === 'replaced') this.#setBy.set(identityOf(cookie), place);
      if (stored.outcome === 'deleted') this.#setBy.delete(identityOf(cookie));
      this.#pending.landed(place, (stored.outcome === 'deleted' ? replacedCookie : null) ?? cookie, stored, context.at);
    }
    return { stored, scope, expiresAt, cookie };
  }

  /** A root of the name that the line sets gets its scope. */
  #adopt({ https }: ParsedExchange, line: ParsedLine, context: RequestContext): void {
    const roots = this.#roots(line.cookie.name);
    if (roots.length === 0) return;
    const scope = { ...cookieScope(line.cookie, context.url), partition: null };
    const root = roots.find(({ hostOnly }) => hostOnly === scope.hostOnly) ?? roots[0];
    if (root === undefined) return;
    this.#remove(root);
    this.#store.put(adopted(root, scope, https));
  }

  /** The request carries what was not expected: of a line that landed sooner than the clock says, of one that was thought gone, or a root. */
  #learn(pair: CarriedPair, instead: StoredCookie | null, request: Request, lines: SetLines): void {
    const { parsed, at } = request;
    const known = lines.linesOf(pair.key);
    // From the end, since a value may be set by every response.
    const last = known.findLastIndex(({ landedAt }) => landedAt <= at);
    const inFlight = known.slice(last + 1).find(({ parsed: by }) => by.exchange.startedAt <= at);
    if (inFlight !== undefined) {
      const place = placeOf(inFlight);
      if (this.#early.has(keyOf(place))) return;
      const context = requestContext(inFlight.parsed.exchange, inFlight.landedAt);
      this.#early.set(keyOf(place), this.#set(place, inFlight.parsed, inFlight.line, context));
      return;
    }
    const landed = known[last] ?? null;
    const place = landed && placeOf(landed);
    const gone = landed && (lines.resultOf(landed)?.cookie ?? null);
    if (instead !== null) this.#keep({ ...instead, value: pair.value }, place);
    else this.#meet(gone ?? this.#root(pair, parsed), place, request.context);
  }

  /** Kept, and as wide as it must be for this request to carry it. */
  #meet(cookie: StoredCookie, place: LinePlace | null, context: RequestContext): void {
    const reason = this.#store.withholds(cookie, context);
    const wider = reason === null ? cookie : widened(cookie, reason);
    if (wider !== cookie) this.#remove(cookie);
    this.#keep(wider, place);
  }

  #root(pair: CarriedPair, parsed: ParsedExchange): StoredCookie {
    const roots = this.#roots(pair.name);
    const known = roots.find(({ value, domain }) => value === pair.value && domain === parsed.hostname);
    return known ?? rootCookie(pair, parsed, roots.length > 0);
  }

  #roots(name: string): readonly StoredCookie[] {
    return [...this.#store].filter((cookie) => cookie.name === name && !this.#setBy.has(identityOf(cookie)));
  }

  #keep(cookie: StoredCookie, place: LinePlace | null): void {
    this.#store.put(cookie);
    if (place === null) this.#setBy.delete(identityOf(cookie));
    else this.#setBy.set(identityOf(cookie), place);
  }

  #remove(cookie: StoredCookie): void {
    this.#store.remove(identityOf(cookie));
    this.#setBy.delete(identityOf(cookie));
  }
}

/** A fetch may go without credentials and does not say so; a navigation never does. Where nothing is told it is taken for one. */
function mayOmitCookies({ exchange }: ParsedExchange, { topLevel }: RequestContext): boolean {
  if (topLevel || exchange.resourceType === 'document') return false;
  const modes = headerValues(exchange.requestHeaders, 'sec-fetch-mode');
  return modes.length === 0 ? exchange.resourceType !== null : !modes.includes('navigate');
}

const placeOf = ({ parsed, line }: KnownLine): LinePlace => ({ exchangeId: parsed.exchange.id, line: line.line });
const keyOf = ({ exchangeId, line }: LinePlace): string => `${exchangeId}#${line}`;
