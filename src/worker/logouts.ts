import { type LogoutSource, type LogoutView, viewLogouts } from '../core/report/logout-view.ts';
import type { FromWorker } from './protocol.ts';

/** Milliseconds between two diagnoses, at least: each costs as much as was recorded. */
const SELDOM = 1000;
/** Where a diagnosis takes long, so many times as long passes before the next: the worker has other things to do. */
const SHARE = 10;

/** What is known of the logouts, diagnosed anew from time to time while the recording changes and somebody looks. */
export class Logouts {
  readonly #source: () => LogoutSource | null;
  readonly #tell: (message: FromWorker) => void;
  #known: readonly LogoutView[] = [];
  #timer: ReturnType<typeof setTimeout> | null = null;
  #notBefore = 0;

  /** `source` gives null while nobody looks. */
  constructor(source: () => LogoutSource | null, tell: (message: FromWorker) => void) {
    this.#source = source;
    this.#tell = tell;
  }

  /** For a view that comes. */
  get message(): FromWorker {
    return { type: 'logouts', logouts: this.#known };
  }

  /** The recording has changed, or somebody has begun to look. */
  changed(): void {
    this.#timer ??= setTimeout(
      () => {
        this.#timer = null;
        this.#look();
      },
      Math.max(0, this.#notBefore - Date.now()),
    );
  }

  /** The recording was emptied. */
  clear(): void {
    this.#known = [];
    this.#tell(this.message);
  }

  #look(): void {
    const source = this.#source();
    if (source === null) return;
    const start = Date.now();
    let logouts = this.#known;
    try {
      logouts = viewLogouts(source);
    } catch (error) {
      // A fault of our own must not take the rows with it; told without anything of the traffic.
      console.error('sessionscope: the diagnosis failed', error instanceof Error ? error.name : typeof error);
    }
    this.#notBefore = Date.now() + Math.max(SELDOM, (Date.now() - start) * SHARE);
    if (JSON.stringify(logouts) === JSON.stringify(this.#known)) return;
    this.#known = logouts;
    this.#tell(this.message);
  }
}
