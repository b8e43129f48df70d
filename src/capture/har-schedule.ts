/** The clock and the timer, so that tests can turn them by hand. Milliseconds. */
export interface Timers {
  now(): number;
  after(delay: number, run: () => void): { cancel(): void };
}

export interface Wish {
  /** Not before this many milliseconds from now. */
  readonly delay: number;
  /** Not before this many times the last call's duration has passed since it ended: `getHAR` gets dearer with every entry. */
  readonly rest: number;
}

/** A call without an answer for this long counts as failed; an answer that comes later is still used. */
const GIVE_UP = 30_000;
const LONGEST_PAUSE = 60_000;

/** Decides when `getHAR` is asked: never twice at once, as soon as the most pressing wish allows, and less often the dearer it is. */
export class HarSchedule {
  readonly #timers: Timers;
  readonly #ask: () => Promise<boolean>;
  #timer: { readonly due: number; readonly handle: { cancel(): void } } | null = null;
  #running = false;
  /** The most pressing wish that came while a call was running: its answer may have been made before. */
  #meanwhile: Wish | null = null;
  #lastEnd = Number.NEGATIVE_INFINITY;
  #lastDuration = 0;
  #failures = 0;

  /** `ask` calls `getHAR` and works its answer in; it tells whether there was one. */
  constructor(timers: Timers, ask: () => Promise<boolean>) {
    this.#timers = timers;
    this.#ask = ask;
  }

  want(wish: Wish): void {
    if (this.#running) {
      if (!this.#meanwhile || wish.rest < this.#meanwhile.rest || wish.delay < this.#meanwhile.delay) this.#meanwhile = wish;
      return;
    }
    const now = this.#timers.now();
    const pause = this.#failures === 0 ? 0 : Math.min(LONGEST_PAUSE, 250 * 2 ** this.#failures);
    const due = Math.max(now + wish.delay, this.#lastEnd + Math.max(pause, wish.rest * this.#lastDuration));
    if (this.#timer && this.#timer.due <= due) return;
    this.#timer?.handle.cancel();
    this.#timer = { due, handle: this.#timers.after(due - now, () => this.#run()) };
  }

  #run(): void {
    this.#timer = null;
    this.#running = true;
    const start = this.#timers.now();
    let over = false;
    const end = (answered: boolean) => {
      if (over) return;
      over = true;
      giveUp.cancel();
      this.#running = false;
      this.#lastEnd = this.#timers.now();
      this.#lastDuration = this.#lastEnd - start;
      this.#failures = answered ? 0 : this.#failures + 1;
      const wish = this.#meanwhile;
      this.#meanwhile = null;
      if (wish) this.want(wish);
    };
    const giveUp = this.#timers.after(GIVE_UP, () => end(false));
    Promise.resolve()
      .then(this.#ask)
      .then(end, () => end(false));
  }
}
