import { recordNetwork } from '../capture/devtools-network.ts';
import { ExchangeBatch } from '../capture/exchange-batch.ts';
import type { KeyOptions } from '../core/readers/reader.ts';
import { readKeptSecrets } from '../platform/kept-secrets.ts';
import { devtoolsNetwork } from '../platform/network.ts';
import { createPanel, inspectedTabId } from '../platform/panels.ts';
import { connectWorker } from '../worker/connect.ts';
import { workerTimers } from './timers.ts';

const timers = workerTimers();

// Recording comes first: it starts with this page, whether or not the panel is ever shown.
const worker = connectWorker(inspectedTabId());
worker.send({ type: 'record', browser: devtoolsNetwork.dialect });
const batch = new ExchangeBatch(timers, (exchanges) => worker.send({ type: 'exchanges', exchanges }));
recordNetwork(
  devtoolsNetwork,
  {
    exchange: (exchange) => batch.add(exchange),
    navigated(url) {
      batch.flush();
      worker.send({ type: 'navigated', url, at: Date.now() });
    },
  },
  timers,
);

async function sendKeptSecrets(): Promise<void> {
  for (const secret of await readKeptSecrets<KeyOptions>()) worker.send({ type: 'add-secret', ...secret });
}

await createPanel('Sessionscope', '/icons/icon-48.png', '/src/panel/panel.html');
await sendKeptSecrets();
