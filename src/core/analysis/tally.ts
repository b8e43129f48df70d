import type { ParsedExchange } from '../report/parsed-exchange.ts';

/** What the status bar counts, exchange by exchange. */
export class Tally {
  setting = 0;
  setCookies = 0;
  #malformed = 0;
  /** Exchanges where our own code threw, besides those that are malformed themselves. */
  readonly #faulty = new Set<string>();

  /** Counts `after` instead of `before`. */
  count(after: ParsedExchange, before: ParsedExchange | null): void {
    this.#add(after, 1);
    if (before !== null) this.#add(before, -1);
  }

  get malformed(): number {
    return this.#malformed + this.#faulty.size;
  }

  /** `parsed` is null where that is where it threw. */
  noteFault(exchangeId: string, parsed: ParsedExchange | null): void {
    const isCounted = parsed !== null && parsed.exchange.problems.length > 0;
    if (!isCounted) this.#faulty.add(exchangeId);
  }

  forgetFault(exchangeId: string): void {
    this.#faulty.delete(exchangeId);
  }

  #add({ exchange, lines }: ParsedExchange, sign: 1 | -1): void {
    if (exchange.problems.length > 0) this.#malformed += sign;
    if (lines.length > 0) this.setting += sign;
    this.setCookies += sign * lines.length;
  }
}
