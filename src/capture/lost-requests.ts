import type { HttpExchange } from '../core/http/exchange.ts';
import type { Start } from '../platform/network.ts';

/** Firefox tells its log of new requests up to 100 ms late, so it loses what began before the call too; with room for a busy machine. */
const BEFORE = 300;
/** What begins this soon after a call likely belongs to a burst whose beginning the call swallowed. */
const AFTER = 300;
/** How far apart the page and the log may put the start of one request. */
const APART = 1_000;
const REMEMBERED = 300;

interface Told extends Start {
  readonly toldAt: number;
}

/**
 * Whether requests were lost while Firefox answered `getHAR`. Meanwhile its log takes nothing down: of what it should have noted neither an
 * event nor a later `getHAR` tells, and what was under way is told with status 0. Times are milliseconds since the epoch.
 */
export class LostRequests {
  #asked = Number.POSITIVE_INFINITY;
  #answered = Number.POSITIVE_INFINITY;
  #suspected = false;
  readonly #told: Told[] = [];

  /** Something that is known now tells that more is missing. */
  get suspected(): boolean {
    return this.#suspected;
  }

  /** A call begins; what was suspected before has been seen to. */
  asked(now: number): void {
    this.#asked = now;
    this.#answered = Number.POSITIVE_INFINITY;
    this.#suspected = false;
  }

  answered(now: number): void {
    this.#answered = now;
  }

  suspect(): void {
    this.#suspected = true;
  }

  /** An event has come. */
  announced(exchange: HttpExchange, now: number): void {
    this.found(exchange, now);
    const { startedAt, status } = exchange;
    const near = startedAt >= this.#asked - BEFORE && startedAt <= this.#answered + AFTER;
    if (near || (status === 0 && this.#asked <= now && startedAt <= this.#answered)) this.#suspected = true;
  }

  /** Only `getHAR` has shown it. */
  found({ url, startedAt }: HttpExchange, now: number): void {
    this.#told.push({ url: withoutFragment(url), at: startedAt, toldAt: now });
    if (this.#told.length > REMEMBERED) this.#told.shift();
  }

  /** Whether a request of this URL has been told of since then. */
  knows(url: string, since: number): boolean {
    return this.#told.some((one) => one.url === withoutFragment(url) && one.toldAt >= since);
  }

  /** The earliest start of what has to be compared: of what the last call may have swallowed, and of what may look the same. */
  get earliest(): number {
    return this.#asked - BEFORE - APART;
  }

  /** Whether one of the page's own fetches, which began during the last call, has not been told of. */
  lacksOneOf(fetches: readonly Start[]): boolean {
    const free = new Set(this.#told);
    return fetches.some(({ url, at }) => {
      const apart = (one: Told): number => Math.abs(one.at - at);
      const same = [...free].filter((one) => one.url === withoutFragment(url) && apart(one) <= APART);
      const [nearest] = same.sort((a, b) => apart(a) - apart(b));
      if (nearest) free.delete(nearest);
      return !nearest && at >= this.#asked - BEFORE && at <= this.#answered;
    });
  }
}

const withoutFragment = (url: string): string => url.replace(/#.*$/s, '');
