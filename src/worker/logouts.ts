import { type LogoutSource, type LogoutView, viewLogouts } from '../core/report/logout-view.ts';
import { tellLogout } from '../core/report/logout-words.ts';
import { reportFault } from './fault.ts';
import { localClock } from './local-clock.ts';
import { inPanelLanguage } from './panel-language.ts';
import type { FromWorker } from './protocol.ts';

type Send = (message: FromWorker) => void;

/** Milliseconds between two diagnoses, at least: each costs as much as was recorded. */
const SELDOM = 1000;
/** Where a diagnosis takes long, so many times as long passes before the next: the worker has other things to do. */
const SHARE = 20;

/** What is known of the logouts, diagnosed anew from time to time while the recording changes and somebody looks. */
export class Logouts {
  readonly #source: () => LogoutSource;
  readonly #views: ReadonlySet<Send>;
  #known: readonly LogoutView[] = [];
  #timer: ReturnType<typeof setTimeout> | null = null;
  #notBefore = 0;

  constructor(source: () => LogoutSource, views: ReadonlySet<Send>) {
    this.#source = source;
    this.#views = views;
  }

  /** A view has come: it gets what is known, and what has changed while nobody looked follows. */
  greet(send: Send): void {
    send(this.#told());
    this.changed();
  }

  /** The recording has changed. */
  changed(): void {
    this.#timer ??= setTimeout(
      () => {
        this.#timer = null;
        this.#look();
      },
      Math.max(0, this.#notBefore - performance.now()),
    );
  }

  /** The recording was emptied. */
  clear(): void {
    this.#known = [];
    this.#tell();
  }

  #look(): void {
    if (this.#views.size === 0) return;
    const start = performance.now();
    let logouts = this.#known;
    try {
      logouts = viewLogouts(this.#source());
    } catch (error) {
      reportFault('the diagnosis', error);
    }
    this.#notBefore = performance.now() + Math.max(SELDOM, (performance.now() - start) * SHARE);
    if (JSON.stringify(logouts) === JSON.stringify(this.#known)) return;
    this.#known = logouts;
    this.#tell();
  }

  #told(): FromWorker {
    return { type: 'logouts', logouts: inPanelLanguage(() => this.#known.map((logout) => tellLogout(logout, localClock))) };
  }

  #tell(): void {
    const told = this.#told();
    for (const send of this.#views) send(told);
  }
}
