import type { HttpExchange } from '../core/http/exchange.ts';
import { mergeExchange } from '../core/http/merge-exchange.ts';
import type { Timers } from './har-schedule.ts';

/** Milliseconds between two batches, at least; the first one after a pause goes at once. */
const PACE = 50;
const LARGEST_BATCH = 200;

/** Gathers exchanges for the worker; those with one id are joined. */
export class ExchangeBatch {
  readonly #timers: Timers;
  readonly #send: (exchanges: readonly HttpExchange[]) => void;
  readonly #waiting = new Map<string, HttpExchange>();
  #timer: { cancel(): void } | null = null;
  #notBefore = 0;

  constructor(timers: Timers, send: (exchanges: readonly HttpExchange[]) => void) {
    this.#timers = timers;
    this.#send = send;
  }

  add(exchange: HttpExchange): void {
    const waiting = this.#waiting.get(exchange.id);
    this.#waiting.set(exchange.id, waiting ? mergeExchange(waiting, exchange) : exchange);
    if (this.#waiting.size >= LARGEST_BATCH) this.flush();
    else this.#timer ??= this.#timers.after(this.#rest(), () => this.flush());
  }

  /** Never longer than the pace: a clock may be put back. */
  #rest(): number {
    return Math.min(PACE, Math.max(0, this.#notBefore - this.#timers.now()));
  }

  flush(): void {
    this.#timer?.cancel();
    this.#timer = null;
    if (this.#waiting.size === 0) return;
    this.#notBefore = this.#timers.now() + PACE;
    const exchanges = [...this.#waiting.values()];
    this.#waiting.clear();
    this.#send(exchanges);
  }
}
