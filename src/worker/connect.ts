import type { FromWorker, ToWorker } from './protocol.ts';
import { workerName } from './protocol.ts';
import workerUrl from './worker.ts?sharedworker&url';

/** A port to the analysis of one inspected tab: typed both ways, and started. */
export interface WorkerPort {
  send(message: ToWorker): void;
  onMessage(listener: (message: FromWorker) => void): void;
}

/**
 * Connects to the tab's worker, which the first document that connects starts and which lives until the last of them is gone.
 * The devtools page keeps it alive as long as DevTools is open.
 */
export function connectWorker(tabId: number): WorkerPort {
  const { port } = new SharedWorker(workerUrl, { type: 'module', name: workerName(tabId) });
  port.start();
  addEventListener('pagehide', () => port.postMessage({ type: 'leave' } satisfies ToWorker));
  return {
    send: (message) => port.postMessage(message),
    onMessage: (listener) => port.addEventListener('message', (event: MessageEvent<FromWorker>) => listener(event.data)),
  };
}
