import type { KeptSecret, PanelHost } from '../../../src/panel/host.ts';
import { applyTheme, renderPanel } from '../../../src/panel/render-panel.tsx';
import { FakeWorker } from './fake-worker.ts';

declare global {
  interface Window {
    /** For scripts that look at the panel. */
    worker: FakeWorker;
    reloads: number;
  }
}

const wanted = new URLSearchParams(location.search);
const kept = new Map<string, KeptSecret>();
const host: PanelHost = {
  browser: wanted.get('browser') === 'firefox' ? 'firefox' : 'chrome',
  reloadPage: () => {
    window.reloads++;
  },
  keptSecrets: {
    ids: async () => [...kept.keys()],
    keep: async (secret) => void kept.set(secret.id, secret),
    forget: async (id) => (id === null ? kept.clear() : void kept.delete(id)),
  },
};

window.reloads = 0;
window.worker = new FakeWorker(Number(wanted.get('rows') ?? '40'));
applyTheme(wanted.get('theme') === 'dark' ? 'dark' : 'light');
const root = document.getElementById('panel');
if (root !== null) renderPanel(root, window.worker, host);
