import type { WorkerPort } from '../../../src/worker/connect.ts';
import { exampleHar } from '../../../src/worker/example/example.ts';
import { Host } from '../../../src/worker/host.ts';
import type { FromWorker, ToWorker } from '../../../src/worker/protocol.ts';

/** What the worker does, in the page itself: an empty live recording, and whatever is opened beside it. */
export function realWorker(): WorkerPort {
  const host = new Host();
  let listener: (message: FromWorker) => void = () => {};
  const send = (message: FromWorker): void => void setTimeout(() => listener(structuredClone(message)));
  host.receive(() => {}, { type: 'record', browser: 'chromium' });
  return {
    send: (message: ToWorker) => void setTimeout(() => host.receive(send, structuredClone(message))),
    onMessage(next) {
      listener = next;
    },
  };
}

/** Chooses a file: the example with these texts replaced, or any text. */
export async function openFile(name: string, content: readonly (readonly [string, string])[] | string): Promise<void> {
  const text =
    typeof content === 'string' ? content : content.reduce((har, [from, to]) => har.replaceAll(from, to), await exampleHar().text());
  const transfer = new DataTransfer();
  transfer.items.add(new File([text], name));
  const input = document.querySelector<HTMLInputElement>('[data-testid=import-input]');
  if (input === null) return;
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
