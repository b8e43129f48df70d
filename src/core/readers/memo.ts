import { judgeExpiry } from './expiry.ts';
import { openCookie } from './index.ts';
import type { Keyring, Reading, SealedCookie, SecretKeys } from './reader.ts';

/**
 * Remembers readings, so that a value carried by a hundred requests is opened once. Bounded: the one that was not used for longest
 * goes first. Holds session content, so clear it when secrets are forgotten.
 */
export class ReadingMemo {
  readonly #capacity: number;
  readonly #readings = new Map<string, Promise<Reading | null>>();
  readonly #numbers = new WeakMap<SecretKeys, number>();
  #next = 1;

  /** `capacity` is the number of readings kept. */
  constructor(capacity = 4096) {
    this.#capacity = capacity;
  }

  get size(): number {
    return this.#readings.size;
  }

  clear(): void {
    this.#readings.clear();
  }

  /** The reading kept for these, or a new one by `open`. */
  get(cookie: SealedCookie, keyring: Keyring, open: () => Promise<Reading | null>): Promise<Reading | null> {
    const key = JSON.stringify([cookie.name, cookie.value, cookie.httpOnly === true, ...keyring.map((secret) => this.#numberOf(secret))]);
    const reading = this.#readings.get(key) ?? open();
    this.#readings.delete(key);
    this.#readings.set(key, reading);
    for (const oldest of this.#readings.keys()) {
      if (this.#readings.size <= this.#capacity) break;
      this.#readings.delete(oldest);
    }
    return reading;
  }

  /** An id can be given to another secret later, the object cannot. */
  #numberOf(secret: SecretKeys): number {
    const number = this.#numbers.get(secret) ?? this.#next++;
    this.#numbers.set(secret, number);
    return number;
  }
}

/** As `openCookie`, opening each value once for each keyring. Only the expiry is judged anew, so the clock does not defeat the memo. */
export async function openMemoised(memo: ReadingMemo, cookie: SealedCookie, keyring: Keyring, now: number): Promise<Reading | null> {
  const reading = await memo.get(cookie, keyring, () => openCookie(cookie, keyring, Number.NEGATIVE_INFINITY));
  return reading === null ? null : judgeExpiry(reading, now);
}
