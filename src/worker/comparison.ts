import type { Analysis } from '../core/analysis.ts';
import { compareRecordings } from '../core/report/compare-recordings.ts';
import { comparisonLines } from '../core/report/comparison-lines.ts';
import { guarded } from './fault.ts';
import { inPanelLanguage } from './panel-language.ts';
import type { FromWorker } from './protocol.ts';

type Send = (message: FromWorker) => void;

/** It is made anew at most this often, in milliseconds. */
const PAUSE = 1000;
/** It costs as much as there is: what took long waits longer by this factor. */
const REST = 10;

interface ComparisonContext {
  left(): Analysis;
  /** Null while there is nothing to compare with. */
  right(): Analysis | null;
}

/** Tells the views that show how two recordings differ; while none does, nothing is compared. */
export class Comparison {
  readonly #context: ComparisonContext;
  readonly #views = new Set<Send>();
  #took = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(context: ComparisonContext) {
    this.#context = context;
  }

  watch(send: Send, on: boolean): void {
    if (!on) {
      this.#views.delete(send);
      return;
    }
    this.#views.add(send);
    send(this.#message());
  }

  /** One of the recordings has changed, or is another. */
  changed(): void {
    if (this.#views.size === 0) return;
    this.#timer ??= setTimeout(
      () => {
        this.#timer = null;
        guarded('the comparison', () => {
          const message = this.#message();
          for (const send of this.#views) send(message);
        });
      },
      Math.max(PAUSE, this.#took * REST),
    );
  }

  #message(): FromWorker {
    const start = performance.now();
    const right = this.#context.right();
    const comparison = right && compareRecordings(this.#context.left(), right);
    const lines = comparison && inPanelLanguage(() => comparisonLines(comparison));
    this.#took = performance.now() - start;
    return { type: 'comparison', lines };
  }
}
