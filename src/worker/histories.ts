import type { Analysis } from '../core/analysis.ts';
import { viewDiff } from '../core/report/diff-view.ts';
import { compareVersions, historyId, historyView } from '../core/report/history-view.ts';
import { inPanelLanguage } from './panel-language.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

type Send = (message: FromWorker) => void;

/** Histories are built anew at most this often, in milliseconds. */
const PAUSE = 1000;
/** It costs as much as there is: what took long waits longer by this factor, so that the recording goes on meanwhile. */
const REST = 5;

/** Tells the views that show the histories; while none does, nothing is built. */
export class Histories {
  readonly #views = new Set<Send>();
  readonly #analysis: () => Analysis;
  #took = 0;
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

  isWatched(send: Send): boolean {
    return this.#views.has(send);
  }

  /** The recording has changed. */
  changed(): void {
    if (this.#views.size === 0) return;
    this.#timer ??= setTimeout(
      () => {
        this.#timer = null;
        this.tell();
      },
      Math.max(PAUSE, this.#took * REST),
    );
  }

  tell(): void {
    if (this.#views.size === 0) return;
    const message = this.#message();
    for (const send of this.#views) send(message);
  }

  compare(send: Send, { request, history: id, before, after, was }: Extract<ToWorker, { type: 'compare-versions' }>): void {
    const history = this.#analysis()
      .histories()
      .find((each) => historyId(each) === id);
    const diff = history === undefined ? null : compareVersions(history, before, after);
    send({ type: 'versions-compared', request, diff: diff && inPanelLanguage(() => viewDiff(diff, was)) });
  }

  #message(): FromWorker {
    const start = performance.now();
    const histories = this.#analysis().histories().map(historyView);
    this.#took = performance.now() - start;
    return { type: 'history', histories };
  }
}
