/** In milliseconds: views show findings of histories this much later at most, where building them is quick. */
const LEAST = 1000;
/** At most a twentieth of the worker's time goes into it: the page and the browser have use for the rest. */
const SHARE = 20;

/** Does a costly thing soon after it was asked for, and seldom enough to leave the time to others. */
export class HistoryPace {
  readonly #run: () => void;
  #earliest = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(run: () => void) {
    this.#run = run;
  }

  ask(): void {
    if (this.#timer !== null) return;
    const wait = this.#earliest - performance.now();
    if (wait <= 0) this.#go();
    else this.#timer = setTimeout(() => this.#go(), wait);
  }

  #go(): void {
    this.#timer = null;
    const start = performance.now();
    this.#run();
    const end = performance.now();
    this.#earliest = end + Math.max(LEAST, SHARE * (end - start));
  }
}
