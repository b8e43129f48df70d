/** The clock and the timer, so that tests can turn them by hand. Milliseconds; without a delay it runs as soon as the caller is done. */
export interface Timers {
  now(): number;
  after(delay: number, run: () => void): { cancel(): void };
}

export interface Wish {
  /** Not before this many milliseconds from now. */
  readonly delay: number;
  /** Not before this many times what the last call cost has passed since it ended: `getHAR` gets dearer with every entry. */
  readonly rest: number;
}

/**
 * A call without an answer for this long, and for ten times the cost of the last one, is given up: a page that goes away may take
 * the answer with it. One that comes later is still used.
 */
const GIVE_UP = 3_000;
/** A log of few entries takes some milliseconds; when the answer took longer, something else was busy. */
const FEW = 200;
const COST_OF_FEW = 20;

/** Decides when `getHAR` is asked: never twice at once, as soon as the most pressing wish allows, and less often the dearer it is. */
export class HarSchedule {
  readonly #timers: Timers;
  readonly #ask: () => Promise<number>;
  #timer: { readonly due: number; readonly handle: { cancel(): void } } | null = null;
  #running = false;
  /** The most pressing wish that came while a call was running: its answer may have been made before. */
  #meanwhile: Wish | null = null;
  #lastEnd = Number.NEGATIVE_INFINITY;
  #lastCost = 0;

  /** `ask` calls `getHAR`, works its answer in and tells how many entries there were. A call that fails is over, no more. */
  constructor(timers: Timers, ask: () => Promise<number>) {
    this.#timers = timers;
    this.#ask = ask;
  }

  want(wish: Wish): void {
    if (this.#running) {
      if (!this.#meanwhile || wish.rest < this.#meanwhile.rest || wish.delay < this.#meanwhile.delay) this.#meanwhile = wish;
      return;
    }
    const now = this.#timers.now();
    // A clock may be put back: what was over then is over.
    const due = Math.max(now + wish.delay, Math.min(this.#lastEnd, now) + wish.rest * this.#lastCost);
    if (this.#timer && this.#timer.due <= due) return;
    this.#timer?.handle.cancel();
    this.#timer = { due, handle: this.#timers.after(due - now, () => this.#run()) };
  }

  #run(): void {
    this.#timer = null;
    this.#running = true;
    const start = this.#timers.now();
    let over = false;
    const end = (entries: number) => {
      if (over) return;
      over = true;
      giveUp.cancel();
      this.#running = false;
      this.#lastEnd = this.#timers.now();
      const duration = this.#lastEnd - start;
      this.#lastCost = entries < FEW ? Math.min(duration, COST_OF_FEW) : duration;
      const wish = this.#meanwhile;
      this.#meanwhile = null;
      if (wish) this.want(wish);
    };
    const giveUp = this.#timers.after(Math.max(GIVE_UP, 10 * this.#lastCost), () => end(0));
    Promise.resolve()
      .then(this.#ask)
      .then(end, () => end(0));
  }
}
