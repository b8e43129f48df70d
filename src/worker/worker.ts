/// <reference lib="webworker" />
declare const self: SharedWorkerGlobalScope;
self.addEventListener('connect', (event) => {
  event.ports[0]?.postMessage({ type: 'stub' });
});

export {};
