import type { Analysis } from '../core/analysis.ts';
import { compareVersions, historyId, historyView } from '../core/report/history-view.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

type Send = (message: FromWorker) => void;

/** Histories are built anew at most this often, in milliseconds: it costs as much as there is. */
const PAUSE = 1000;

/** Tells the views that show the histories; while none does, nothing is built. */
export class Histories {
  readonly #views = new Set<Send>();
  readonly #analysis: () => Analysis;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(analysis: () => Analysis) {
    this.#analysis = analysis;
  }

  watch(send: Send, on: boolean): void {
    if (!on) {
      this.#views.delete(send);
      return;
    }
    this.#views.add(send);
    send(this.#message());
  }

  /** The recording has changed. */
  changed(): void {
    if (this.#views.size === 0) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.tell();
    }, PAUSE);
  }

  tell(): void {
    if (this.#views.size === 0) return;
    const message = this.#message();
    for (const send of this.#views) send(message);
  }

  compare(send: Send, { request, history: id, before, after }: Extract<ToWorker, { type: 'compare-versions' }>): void {
    const history = this.#analysis()
      .histories()
      .find((each) => historyId(each) === id);
    send({ type: 'versions-compared', request, diff: history === undefined ? null : compareVersions(history, before, after) });
  }

  #message(): FromWorker {
    return { type: 'history', histories: this.#analysis().histories().map(historyView) };
  }
}
