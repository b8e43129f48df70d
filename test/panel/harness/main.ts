import type { KeptSecret, PanelHost } from '../../../src/panel/host.ts';
import { applyTheme, renderPanel } from '../../../src/panel/render-panel.tsx';
import '../use-english.ts';
import { BROWSER_COOKIES } from './cookies.ts';
import { FakeWorker } from './fake-worker.ts';
import { HISTORY_STEPS } from './history-steps.ts';
import { openFile, realWorker } from './real-worker.ts';
import { STEPS } from './steps.ts';

declare global {
  interface Window {
    /** For scripts that look at the panel. */
    worker: FakeWorker;
    reloads: number;
    openFile: typeof openFile;
  }
}

const wanted = new URLSearchParams(location.search);
let recordsThroughWebRequest = false;
const kept = new Map<string, KeptSecret>();
const host: PanelHost = {
  browser: wanted.get('browser') === 'firefox' ? 'firefox' : 'chrome',
  reloadPage: () => {
    window.reloads++;
  },
  revealInNetwork: wanted.get('browser') === 'firefox' ? null : () => {},
  inspectedHost: async () => 'app.example.test',
  cookieStore: {
    request: async () => wanted.get('cookies') !== 'refused',
    read: async () => BROWSER_COOKIES,
  },
  webRequest:
    wanted.get('browser') === 'firefox'
      ? {
          isOn: async () => recordsThroughWebRequest,
          start: async () => {
            recordsThroughWebRequest = true;
          },
          stop: async () => {
            recordsThroughWebRequest = false;
          },
          onChange: () => {},
        }
      : null,
  layout: { kept: null, keep: () => {} },
  keptSecrets: {
    ids: async () => [...kept.keys()],
    keep: async (secret) => void kept.set(secret.id, secret),
    forget: async (id) => (id === null ? kept.clear() : void kept.delete(id)),
  },
};

window.reloads = 0;
const steps = wanted.get('recording') === 'history' ? HISTORY_STEPS : STEPS;
window.worker = new FakeWorker(Number(wanted.get('rows') ?? '40'), steps, wanted.get('logouts') ?? 'none');
window.openFile = openFile;
applyTheme(wanted.get('theme') === 'dark' ? 'dark' : 'light');
const root = document.getElementById('panel');
if (root !== null) renderPanel(root, wanted.get('worker') === 'real' ? realWorker() : window.worker, host);
