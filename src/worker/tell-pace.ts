/** Milliseconds: what is asked for after a pause is done after the first, so that what one event brings about comes together. */
const FIRST = 4;
/** Then each wait is twice as long as the one before, up to this: a view that is told more often does little else than to paint. */
const LONGEST = 500;

/** Does very soon what is asked for after a pause, and ever less often what is asked for again and again. */
export class TellPace {
  readonly #run: () => void;
  #wait = FIRST;
  #doneAt = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(run: () => void) {
    this.#run = run;
  }

  ask(): void {
    if (this.#timer !== null) return;
    const paused = performance.now() - this.#doneAt;
    this.#wait = paused > 2 * LONGEST ? FIRST : Math.min(LONGEST, this.#wait * 2);
    this.#timer = setTimeout(() => this.#go(), Math.max(FIRST, this.#wait - paused));
  }

  #go(): void {
    try {
      this.#run();
    } finally {
      // What was asked for while it ran is done.
      this.#timer = null;
      this.#doneAt = performance.now();
    }
  }
}
