import { judgeExpiry } from '../readers/expiry.ts';
import type { Reading, SealedCookie } from '../readers/reader.ts';
import { CookieFacts } from './cookie-facts.ts';

/** Opens a cookie at a time in milliseconds since the epoch; null for a plain one. */
export type Open = (cookie: SealedCookie, now: number) => Promise<Reading | null>;

/** What is known of a value: nothing yet, what it holds, or that its reader threw, which is a fault of ours and not of the value. */
export type Lookup =
  | { readonly status: 'pending' }
  | { readonly status: 'read'; readonly reading: Reading | null }
  | { readonly status: 'thrown' };

/** So many values are being opened at a time: enough to keep the engine's crypto busy, few enough to keep the memory flat. */
const AT_A_TIME = 32;

interface Value {
  readonly cookie: SealedCookie;
  readonly users: Set<string>;
  lookup: Lookup;
}

const PENDING: Lookup = { status: 'pending' };

/** Opens every sealed value once, a few at a time, and remembers what it holds. Only the expiry depends on when it is looked at. */
export class Readings {
  readonly #open: Open;
  readonly #onRead: (exchangeIds: ReadonlySet<string>) => void;
  readonly #values = new Map<string, Value>();
  /** What the readings say together. */
  readonly facts = new CookieFacts();
  #queue: Value[] = [];
  #next = 0;
  #running = 0;
  #generation = 0;
  #waiting: (() => void)[] = [];

  constructor(open: Open, onRead: (exchangeIds: ReadonlySet<string>) => void) {
    this.#open = open;
    this.#onRead = onRead;
  }

  /** Has the value read, and `onRead` called for this exchange when it is. `key` is the same for the same name and value. */
  need(key: string, cookie: SealedCookie, exchangeId: string): void {
    const known = this.#values.get(key);
    if (known !== undefined) {
      known.users.add(exchangeId);
      return;
    }
    const value: Value = { cookie, users: new Set([exchangeId]), lookup: PENDING };
    this.#values.set(key, value);
    this.#queue.push(value);
    this.#run();
  }

  /** What the value is at this time of the traffic. */
  lookup(key: string, at: number): Lookup {
    const lookup = this.#values.get(key)?.lookup ?? PENDING;
    if (lookup.status !== 'read' || lookup.reading === null) return lookup;
    return { status: 'read', reading: judgeExpiry(lookup.reading, at) };
  }

  /** Whether some value of the cookie with this wire name has been opened with a secret. */
  hasOpened(name: string): boolean {
    return this.facts.opened(name).length > 0;
  }

  /** Forgets every reading and makes it anew. Returns the exchanges that are concerned. */
  reopen(): ReadonlySet<string> {
    const values = [...this.#values.values()];
    this.#stop();
    for (const value of values) value.lookup = PENDING;
    this.#queue = values;
    this.#run();
    this.#settleIfIdle();
    return new Set(values.flatMap((value) => [...value.users]));
  }

  clear(): void {
    this.#values.clear();
    this.#stop();
    this.facts.clear();
    this.#settleIfIdle();
  }

  /** Resolves when nothing is being opened and nothing waits to be. */
  settled(): Promise<void> {
    return this.#isIdle() ? Promise.resolve() : new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** What is under way belongs to an older generation from now on, and is dropped when it arrives. */
  #stop(): void {
    this.#generation++;
    this.#queue = [];
    this.#next = 0;
    this.#running = 0;
    this.facts.clearReadings();
  }

  #run(): void {
    for (let value = this.#queue[this.#next]; value !== undefined && this.#running < AT_A_TIME; value = this.#queue[this.#next]) {
      this.#next++;
      this.#running++;
      void this.#read(value, this.#generation);
    }
    if (this.#next < this.#queue.length) return;
    this.#queue = [];
    this.#next = 0;
  }

  async #read(value: Value, generation: number): Promise<void> {
    const lookup = await this.#openSafely(value.cookie);
    if (generation !== this.#generation) return;
    this.#running--;
    value.lookup = lookup;
    const { name } = value.cookie;
    const isNews = lookup.status === 'read' && lookup.reading !== null && this.facts.add(name, lookup.reading);
    this.#run();
    this.#onRead(isNews ? this.#usersOf(name) : value.users);
    this.#settleIfIdle();
  }

  /** Looks at every value, which is seldom: a cookie is sealed in few ways. */
  #usersOf(name: string): ReadonlySet<string> {
    const values = [...this.#values.values()].filter(({ cookie }) => cookie.name === name);
    return new Set(values.flatMap(({ users }) => [...users]));
  }

  async #openSafely(cookie: SealedCookie): Promise<Lookup> {
    try {
      // Not judged yet: the same value is carried before its expiry and after it.
      return { status: 'read', reading: await this.#open(cookie, Number.NEGATIVE_INFINITY) };
    } catch {
      return { status: 'thrown' };
    }
  }

  #isIdle(): boolean {
    return this.#running === 0 && this.#next >= this.#queue.length;
  }

  #settleIfIdle(): void {
    if (!this.#isIdle()) return;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
