import { englishMessages } from '../core/english.ts';
import { readMessagesFrom } from '../core/message.ts';
import { Host } from './host.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

/** A SharedWorker's global scope has no type beside the DOM's; only this event is needed. */
declare const self: { addEventListener(type: 'connect', listener: (event: MessageEvent) => void): void };

readMessagesFrom(englishMessages);
const host = new Host();

self.addEventListener('connect', (event) => {
  const port = event.ports[0];
  if (!port) return;
  const send = (message: FromWorker) => port.postMessage(message);
  port.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => host.receive(send, data));
  port.start();
});
