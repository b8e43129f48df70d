import type { Explanation } from '../core/readers/explanation/explanation.ts';
import { findRepair, type Repair } from '../core/readers/explanation/repair.ts';
import type { Keyring, SealedCookie } from '../core/readers/reader.ts';
import { carriedValue, parseExchange } from '../core/report/parsed-exchange.ts';
import type { ResponseDetail } from '../core/report/response-row.ts';

/** What would open the values of the rows that are looked at: tried once for each value, and only when somebody looks. */
export class Repairs {
  readonly #onFound: (exchangeId: string) => void;
  #found = new Map<string, Repair | null>();

  constructor(onFound: (exchangeId: string) => void) {
    this.#onFound = onFound;
  }

  /** The detail with what is known by now; `onFound` is called when there is more. */
  complete(detail: ResponseDetail, keyring: Keyring): ResponseDetail {
    const { cookie, exchange, explanation, carriedExplanation } = detail;
    if (cookie === null) return detail;
    const { name, value, effective } = cookie;
    const carried = mayBeRepaired(carriedExplanation) ? carriedValue(parseExchange(exchange), name) : null;
    return {
      ...detail,
      repair: mayBeRepaired(explanation) ? this.#of({ name, value, httpOnly: effective.httpOnly }, keyring, detail) : null,
      carriedRepair: carried && this.#of(carried.sealed, keyring, detail),
    };
  }

  /** The secrets have changed. */
  clear(): void {
    this.#found = new Map();
  }

  #of(cookie: SealedCookie, keyring: Keyring, { exchange }: ResponseDetail): Repair | null {
    const key = `${cookie.name}=${cookie.value}`;
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    this.#found.set(key, null);
    void this.#find(key, cookie, keyring, exchange.startedAt, exchange.id);
    return null;
  }

  async #find(key: string, cookie: SealedCookie, keyring: Keyring, now: number, exchangeId: string): Promise<void> {
    const found = this.#found;
    const repair = await findRepair(cookie, keyring, now).catch(() => null);
    if (repair === null || found !== this.#found) return;
    found.set(key, repair);
    this.#onFound(exchangeId);
  }
}

/** An expired value opens, and one that was sealed in another way does too. */
function mayBeRepaired(explanation: Explanation | null): boolean {
  return explanation !== null && explanation.kind !== 'expired' && explanation.kind !== 'other-configuration';
}
