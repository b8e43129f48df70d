import type { Printable } from '../../core/report/print-text.ts';
import type { ToWorker } from '../../worker/protocol.ts';

/** What is copied or saved is printed by the worker when it is wanted. */
export interface Printer {
  /** Null where it cannot be printed. */
  print(what: Printable): Promise<string | null>;
  received(request: number, text: string | null): void;
}

export function createPrinter(post: (message: ToWorker) => void): Printer {
  const waiting = new Map<number, (text: string | null) => void>();
  let last = 0;
  return {
    print: (what) =>
      new Promise((resolve) => {
        waiting.set(++last, resolve);
        post({ type: 'print', request: last, what });
      }),
    received(request, text) {
      waiting.get(request)?.(text);
      waiting.delete(request);
    },
  };
}
