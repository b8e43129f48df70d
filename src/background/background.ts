import { PERMISSION_OF, type PermissionWish, type ToBackground, WEB_REQUEST_PORT } from '../platform/background-messages.ts';
import { browser } from '../platform/browser.ts';
import { readStore } from '../platform/cookies.ts';
import { permissionsOf } from '../platform/permissions.ts';
import { listenToRequests } from '../platform/web-request.ts';

/** Firefox only: does what DevTools pages cannot do there, when they ask, and nothing of its own. */

const WEB_REQUEST = { permissions: [PERMISSION_OF['web-request']] };

/** Returning nothing leaves a message to others. */
browser.runtime.onMessage.addListener((message: unknown): Promise<unknown> | undefined => {
  const asked = message as ToBackground;
  switch (asked.type) {
    case 'has-permission':
      return browser.permissions.contains(permissionsOf(asked));
    case 'ask-permission':
      return openPermissionPage(asked.id, asked.tabId, asked);
    case 'read-cookies':
      return readStore(asked.tabId, asked.domains);
    case 'give-back':
      return browser.permissions.remove({ permissions: [PERMISSION_OF[asked.use]] });
    default:
      return undefined;
  }
});

/** Its address holds nothing but what the page shows: the use and the hosts. */
async function openPermissionPage(id: string, tabId: number, { use, hosts }: PermissionWish): Promise<void> {
  const query = new URLSearchParams([['use', use], ['id', id], ...hosts.map((host) => ['host', host])]);
  // Closing it leads back to its opener.
  await browser.tabs.create({ url: `/src/permission/permission.html?${query}`, openerTabId: tabId });
}

/** Starts or stops listening, for each devtools page, as the permission comes and goes. */
const refreshers = new Set<() => Promise<void>>();

browser.runtime.onConnect.addListener((port) => {
  if (port.name !== WEB_REQUEST_PORT) return;
  let tabId: number | null = null;
  let stop: (() => void) | null = null;
  const end = () => {
    const ending = stop;
    stop = null;
    try {
      ending?.();
    } catch {
      // With the permission Firefox has taken the API away, and the listeners with it.
    }
  };
  const refresh = async () => {
    const granted = await browser.permissions.contains(WEB_REQUEST);
    if (granted && tabId !== null) stop ??= listenToRequests(tabId, (event) => port.postMessage(event));
    if (!granted) end();
  };
  refreshers.add(refresh);
  port.onMessage.addListener((message) => {
    // The same number comes again and again, to keep this page alive.
    if (tabId !== null) return;
    tabId = message as number;
    void refresh();
  });
  port.onDisconnect.addListener(() => {
    refreshers.delete(refresh);
    tabId = null;
    end();
  });
});

async function permissionsChanged(): Promise<void> {
  for (const refresh of refreshers) await refresh();
  // Nobody may be listening.
  await browser.runtime.sendMessage({ type: 'permissions-changed' }).catch(() => {});
}

browser.permissions.onAdded.addListener(() => void permissionsChanged());
browser.permissions.onRemoved.addListener(() => void permissionsChanged());
