import type { Timers } from '../../src/capture/har-schedule.ts';
import type { HttpExchange } from '../../src/core/http/exchange.ts';
import { headerValues } from '../../src/core/http/exchange.ts';
import { mergeExchange } from '../../src/core/http/merge-exchange.ts';
import type { Content, Network, Start } from '../../src/platform/network.ts';

/** A clock that stands still until it is moved; whatever falls due on the way runs in order. */
export class FakeTimers implements Timers {
  #now = 0;
  #waiting: { due: number; run: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  after(delay: number, run: () => void): { cancel(): void } {
    const timer = { due: this.#now + delay, run };
    this.#waiting.push(timer);
    return {
      cancel: () => {
        this.#waiting = this.#waiting.filter((one) => one !== timer);
      },
    };
  }

  /** Promises get their turn before and after each timer. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    for (;;) {
      for (let turn = 0; turn < 20; turn++) await Promise.resolve();
      const next = this.#waiting.filter((one) => one.due <= end).sort((a, b) => a.due - b.due)[0];
      if (!next) break;
      this.#waiting = this.#waiting.filter((one) => one !== next);
      this.#now = Math.max(this.#now, next.due);
      next.run();
    }
    this.#now = end;
  }
}

/** A browser whose events and `getHAR` a test writes by hand. */
export class FakeNetwork implements Network {
  readonly dialect: 'chromium' | 'firefox';
  /** What `getHAR` gives: a value, or what a function does. */
  har: unknown = { entries: [] };
  /** Milliseconds that it takes. */
  harTakes = 5;
  /** When `getHAR` was called. */
  readonly asked: number[] = [];
  content: () => Promise<Content> = () => Promise.reject(new Error('no body'));
  /** Whether nobody else reads the log. */
  renewable = true;
  /** When the log was to begin anew. */
  readonly renewed: number[] = [];
  /** What the page itself knows of. */
  fetches: readonly Start[] = [];
  readonly #timers: FakeTimers;
  #finished: (entry: unknown) => void = () => {};
  #navigated: (url: string) => void = () => {};

  constructor(dialect: 'chromium' | 'firefox', timers: FakeTimers) {
    this.dialect = dialect;
    this.#timers = timers;
  }

  onRequestFinished(listener: (entry: unknown) => void): void {
    this.#finished = listener;
  }

  onNavigated(listener: (url: string) => void): void {
    this.#navigated = listener;
  }

  getHar(): Promise<unknown> {
    this.asked.push(this.#timers.now());
    const answer = typeof this.har === 'function' ? this.har() : this.har;
    return new Promise((resolve) => this.#timers.after(this.harTakes, () => resolve(answer)));
  }

  async renew(): Promise<boolean> {
    this.renewed.push(this.#timers.now());
    return this.renewable;
  }

  async fetchesSince(): Promise<readonly Start[]> {
    return this.fetches;
  }

  getContent(): Promise<Content> {
    return this.content();
  }

  finish(entry: unknown): void {
    this.#finished(entry);
  }

  navigate(url: string): void {
    this.#navigated(url);
  }
}

/** Joins what it is given, as the worker does. */
export class Recording {
  readonly exchanges = new Map<string, HttpExchange>();
  readonly navigations: string[] = [];

  exchange(exchange: HttpExchange): void {
    const before = this.exchanges.get(exchange.id);
    this.exchanges.set(exchange.id, before ? mergeExchange(before, exchange) : exchange);
  }

  navigated(url: string): void {
    this.navigations.push(url);
  }

  /** Set-Cookie lines of each exchange. */
  get lines(): readonly (readonly string[])[] {
    return [...this.exchanges.values()].map((exchange) => headerValues(exchange.responseHeaders, 'set-cookie'));
  }
}
