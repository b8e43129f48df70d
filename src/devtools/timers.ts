import type { Timers } from '../capture/har-schedule.ts';
import TimerWorker from './timer-worker.ts?worker';

/**
 * Timers that keep their time. The devtools page is never visible, and Chromium lets a hidden frame's own timers run once a second:
 * by then a navigation may have emptied `getHAR`. A worker's timers are not slowed down.
 */
export function workerTimers(): Timers {
  const worker = new TimerWorker();
  const waiting = new Map<number, () => void>();
  let last = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<number>) => {
    const run = waiting.get(data);
    waiting.delete(data);
    run?.();
  });
  return {
    now: () => Date.now(),
    after(delay, run) {
      const id = ++last;
      waiting.set(id, run);
      if (delay > 0) worker.postMessage({ id, delay });
      else
        queueMicrotask(() => {
          if (waiting.delete(id)) run();
        });
      return { cancel: () => waiting.delete(id) };
    },
  };
}
