import { recordNetwork } from '../capture/devtools-network.ts';
import { ExchangeBatch } from '../capture/exchange-batch.ts';
import { JoinedSources } from '../capture/joined-sources.ts';
import { WebRequestReader } from '../capture/web-request.ts';
import type { KeyOptions } from '../core/readers/reader.ts';
import { isFirefox } from '../platform/browser.ts';
import { readKeptSecrets } from '../platform/kept-secrets.ts';
import { devtoolsNetwork } from '../platform/network.ts';
import { createPanel, inspectedTabId } from '../platform/panels.ts';
import { onWebRequest } from '../platform/web-request.ts';
import { connectWorker } from '../worker/connect.ts';
import { workerTimers } from './timers.ts';

const timers = workerTimers();

// Recording comes first: it starts with this page, whether or not the panel is ever shown.
const worker = connectWorker(inspectedTabId());
worker.send({ type: 'record', browser: devtoolsNetwork.dialect });
const batch = new ExchangeBatch(timers, (exchanges) => worker.send({ type: 'exchanges', exchanges }));
const joined = new JoinedSources();
recordNetwork(
  devtoolsNetwork,
  {
    exchange: (exchange) => batch.add(isFirefox ? joined.join('devtools', exchange) : exchange),
    navigated(url) {
      batch.flush();
      worker.send({ type: 'navigated', url, at: Date.now() });
    },
  },
  timers,
);
// Firefox's events leave out what a page was answered just before it was left. Nothing comes until the user has allowed it.
if (isFirefox) {
  const reader = new WebRequestReader((exchange) => batch.add(joined.join('web-request', exchange)));
  onWebRequest(inspectedTabId(), (event) => reader.read(event));
}

async function sendKeptSecrets(): Promise<void> {
  for (const secret of await readKeptSecrets<KeyOptions>()) worker.send({ type: 'add-secret', ...secret });
}

await createPanel('Sessionscope', '/icons/icon-48.png', '/src/panel/panel.html');
await sendKeptSecrets();
