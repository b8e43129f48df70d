import type { KeyOptions } from '../core/readers/reader.ts';
import { isFirefox } from '../platform/browser.ts';
import { keepSecret, readKeptSecrets, removeKeptSecret } from '../platform/kept-secrets.ts';
import { currentTheme, inspectedTabId, onThemeChanged, reloadInspectedPage } from '../platform/panels.ts';
import { connectWorker } from '../worker/connect.ts';
import type { PanelHost } from './host.ts';
import { applyTheme, renderPanel } from './render-panel.tsx';

const host: PanelHost = {
  browser: isFirefox ? 'firefox' : 'chrome',
  reloadPage: () => void reloadInspectedPage(),
  keptSecrets: {
    ids: async () => (await readKeptSecrets<KeyOptions>()).map((secret) => secret.id),
    keep: keepSecret,
    forget: removeKeptSecret,
  },
};

applyTheme(currentTheme());
onThemeChanged(applyTheme);
const root = document.getElementById('panel');
if (root === null) throw new Error('panel.html has no #panel');
renderPanel(root, connectWorker(inspectedTabId()), host);
