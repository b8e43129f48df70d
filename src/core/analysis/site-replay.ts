import type { Browser } from '../cookies/browser.ts';
import { CookieStore } from '../cookies/cookie-store.ts';
import type { LineStorage, RequestExpectation, StoredCookie, TrafficEvidence } from '../cookies/storage.ts';
import type { ParsedExchange } from '../report/parsed-exchange.ts';
import { type KnownLine, type LineResult, type SetLines, SiteState } from './site-state.ts';
import { compareEvents, eventsOf, landing, type TrafficEvent } from './traffic-event.ts';

/** So many events are replayed at most to take in one that comes late. */
const BETWEEN_CHECKPOINTS = 256;

interface Outcome {
  /** Null until its response has been replayed. */
  lines: readonly LineResult[] | null;
  expectation: RequestExpectation | null;
  /** Lines (keys) that its request gave evidence of. */
  judged: readonly string[];
}

/**
 * What a browser's store for one site did, event by event. Events may come in any order: the state is kept at some points on the way, and
 * what follows an event that comes late is replayed from the last of them.
 */
export class SiteReplay implements SetLines {
  readonly #events: TrafficEvent[] = [];
  readonly #checkpoints: { readonly done: number; readonly state: SiteState }[];
  #state: SiteState;
  /** So many events are in the state. */
  #done = 0;
  readonly #outcomes = new Map<string, Outcome>();
  readonly #evidence = new Map<string, TrafficEvidence>();
  readonly #setLines = new Map<string, KnownLine[]>();

  constructor(browser: Browser) {
    this.#state = new SiteState(new CookieStore(browser));
    this.#checkpoints = [{ done: 0, state: this.#state.copy() }];
  }

  add(parsed: ParsedExchange): void {
    for (const event of eventsOf(parsed)) this.#insert(event);
    const landedAt = landing(parsed);
    if (landedAt !== null) for (const line of parsed.lines) this.#know(line.key, { parsed, line, landedAt });
  }

  remove(parsed: ParsedExchange): void {
    const { id } = parsed.exchange;
    for (const event of eventsOf(parsed)) {
      const at = this.#place(event);
      if (this.#events[at]?.parsed.exchange.id !== id) continue;
      this.#events.splice(at, 1);
      this.#rewind(at);
    }
    for (const { key } of parsed.lines) {
      const others = (this.#setLines.get(key) ?? []).filter((known) => known.parsed.exchange.id !== id);
      this.#setLines.set(key, others);
    }
    for (const key of this.#outcomes.get(id)?.judged ?? []) this.#forget(key, id);
    this.#outcomes.delete(id);
  }

  /** Everything is replayed anew. */
  restart(): void {
    this.#rewind(0);
  }

  /** Replays what has not been; `visible` tells whether this recording's requests show their cookies. Adds the exchanges that it has news of. */
  refresh(visible: boolean, affected: Set<string>): void {
    for (; this.#done < this.#events.length; this.#done++) {
      if (this.#done % BETWEEN_CHECKPOINTS === 0 && this.#checkpoints.at(-1)?.done !== this.#done)
        this.#checkpoints.push({ done: this.#done, state: this.#state.copy() });
      const event = this.#events[this.#done];
      if (event?.kind === 'response') this.#response(event, affected);
      else if (event !== undefined) this.#request(event, visible, affected);
    }
  }

  storage(exchangeId: string, line: number): LineStorage | null {
    const result = this.#outcomes.get(exchangeId)?.lines?.[line];
    if (result === undefined) return null;
    const { stored, scope, expiresAt } = result;
    const evidence = this.#evidence.get(lineKey(exchangeId, line)) ?? null;
    const wasKept = stored.outcome === 'refused' && evidence?.carried === true;
    return { stored: wasKept ? { outcome: 'created' } : stored, scope, expiresAt, evidence };
  }

  expectation(exchangeId: string): RequestExpectation | null {
    return this.#outcomes.get(exchangeId)?.expectation ?? null;
  }

  /** What the browser keeps for this site after all that was recorded. */
  kept(): readonly StoredCookie[] {
    return this.#state.kept();
  }

  linesOf(key: string): readonly KnownLine[] {
    return this.#setLines.get(key) ?? [];
  }

  resultOf({ parsed, line }: KnownLine): LineResult | null {
    return this.#outcomes.get(parsed.exchange.id)?.lines?.[line.line] ?? null;
  }

  #response(event: TrafficEvent, affected: Set<string>): void {
    const { id } = event.parsed.exchange;
    const outcome = this.#outcome(id);
    const lines = this.#state.response(event);
    if (isNews(outcome.lines, lines)) affected.add(id);
    outcome.lines = lines;
  }

  #request(event: TrafficEvent, visible: boolean, affected: Set<string>): void {
    const { id } = event.parsed.exchange;
    const outcome = this.#outcome(id);
    const { expectation, evidence } = visible ? this.#state.request(event, this) : { expectation: null, evidence: [] };
    if (isNews(outcome.expectation, expectation)) affected.add(id);
    for (const key of outcome.judged)
      if (evidence.every(({ place }) => lineKey(place.exchangeId, place.line) !== key)) {
        if (this.#forget(key, id)) affected.add(exchangeOf(key));
      }
    for (const { place, carried } of evidence) {
      const key = lineKey(place.exchangeId, place.line);
      const known = this.#evidence.get(key);
      if (known?.exchangeId === id && known.carried === carried) continue;
      this.#evidence.set(key, { carried, exchangeId: id, at: event.at });
      affected.add(place.exchangeId);
    }
    outcome.expectation = expectation;
    outcome.judged = evidence.map(({ place }) => lineKey(place.exchangeId, place.line));
  }

  #outcome(id: string): Outcome {
    const known = this.#outcomes.get(id);
    if (known !== undefined) return known;
    const outcome: Outcome = { lines: null, expectation: null, judged: [] };
    this.#outcomes.set(id, outcome);
    return outcome;
  }

  #forget(key: string, exchangeId: string): boolean {
    return this.#evidence.get(key)?.exchangeId === exchangeId && this.#evidence.delete(key);
  }

  #know(key: string, known: KnownLine): void {
    const lines = this.#setLines.get(key) ?? [];
    // From the end, where most belong.
    const before = lines.findLastIndex(({ landedAt }) => landedAt <= known.landedAt);
    lines.splice(before + 1, 0, known);
    this.#setLines.set(key, lines);
  }

  #insert(event: TrafficEvent): void {
    const at = this.#place(event);
    this.#events.splice(at, 0, event);
    this.#rewind(at);
  }

  /** Index of the event, or where it belongs. Most belong at the end. */
  #place(event: TrafficEvent): number {
    let low = 0;
    let high = this.#events.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = this.#events[middle];
      if (there !== undefined && compareEvents(there, event) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Only the first `index` events are known to be replayed as they are. */
  #rewind(index: number): void {
    if (index >= this.#done) return;
    while ((this.#checkpoints.at(-1)?.done ?? 0) > index) this.#checkpoints.pop();
    const checkpoint = this.#checkpoints.at(-1);
    if (checkpoint === undefined) return;
    this.#state = checkpoint.state.copy();
    this.#done = checkpoint.done;
  }
}

/** Most are replayed once, and then there is nothing to compare. */
const isNews = (before: unknown, after: unknown): boolean =>
  before === null ? after !== null : JSON.stringify(before) !== JSON.stringify(after);

const lineKey = (exchangeId: string, line: number): string => `${exchangeId}#${line}`;
const exchangeOf = (key: string): string => key.slice(0, key.lastIndexOf('#'));
