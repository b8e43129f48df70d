import { readMessagesFrom } from '../core/message.ts';
import type { KeyOptions } from '../core/readers/reader.ts';
import { isFirefox } from '../platform/browser.ts';
import { readCookies } from '../platform/cookies.ts';
import { keepLayout, readKeptLayout } from '../platform/kept-layout.ts';
import { keepSecret, readKeptSecrets, removeKeptSecret } from '../platform/kept-secrets.ts';
import { messages } from '../platform/messages.ts';
import { currentTheme, inspectedHost, inspectedTabId, onThemeChanged, reloadInspectedPage, revealInNetwork } from '../platform/panels.ts';
import { giveBack, hasWebRequest, onPermissionsChanged, requestPermission } from '../platform/permissions.ts';
import { connectWorker } from '../worker/connect.ts';
import type { PanelHost } from './host.ts';
import { applyTheme, renderPanel } from './render-panel.tsx';

const host: PanelHost = {
  browser: isFirefox ? 'firefox' : 'chrome',
  reloadPage: () => void reloadInspectedPage(),
  revealInNetwork,
  inspectedHost,
  cookieStore: {
    request: (hosts) => requestPermission({ use: 'cookies', hosts }, inspectedTabId()),
    read: (domains) => readCookies(inspectedTabId(), domains),
  },
  webRequest: isFirefox
    ? {
        isOn: hasWebRequest,
        async start(page) {
          await requestPermission({ use: 'web-request', hosts: [page ?? '*'] }, inspectedTabId());
        },
        stop: () => giveBack('web-request'),
        onChange: onPermissionsChanged,
      }
    : null,
  layout: { kept: await readKeptLayout(), keep: (layout) => void keepLayout(layout) },
  keptSecrets: {
    ids: async () => (await readKeptSecrets<KeyOptions>()).map((secret) => secret.id),
    keep: keepSecret,
    forget: removeKeptSecret,
  },
};

readMessagesFrom(messages);
document.documentElement.lang = messages.language;
applyTheme(currentTheme());
onThemeChanged(applyTheme);
const root = document.getElementById('panel');
if (root === null) throw new Error('panel.html has no #panel');
renderPanel(root, connectWorker(inspectedTabId()), host);
