import type { Broadcast, PermissionUse } from '../platform/background-messages.ts';
import { browser } from '../platform/browser.ts';
import { permissionsOf } from '../platform/permissions.ts';
import './permission.css';

/** Firefox only: asks in a tab, because DevTools cannot, tells the panel what was answered, and closes itself. */

const TEXTS: Readonly<Record<PermissionUse, { readonly title: string; readonly why: string; readonly limits: string }>> = {
  cookies: {
    title: 'Compare with the browser’s cookie store',
    why: 'Sessionscope wants to read the cookies that Firefox keeps for:',
    limits:
      'They are compared in the DevTools panel with what the recording says. Nothing is sent anywhere or written down, and no value is shown. You can take the permission back in Firefox’s Add-ons Manager.',
  },
  'web-request': {
    title: 'Record through webRequest',
    why: 'DevTools lose responses when a page navigates at once. Sessionscope wants to see the headers of the inspected tab’s requests to:',
    limits:
      'Requests to other hosts, such as a sign-in server that the page redirects to, are seen this way only if you allow all sites. Nothing is changed, sent anywhere or written down. “Stop” in the panel’s status bar gives the permission back.',
  },
};

const query = new URLSearchParams(location.search);
const id = query.get('id') ?? '';
const use: PermissionUse = query.get('use') === 'web-request' ? 'web-request' : 'cookies';
const hosts = query.getAll('host');
const ALL = '*';
const wantsAll = hosts.includes(ALL);
let answered = false;

function element(name: string): HTMLElement {
  const found = document.getElementById(name);
  if (found === null) throw new Error(`permission.html has no #${name}`);
  return found;
}

async function answer(granted: boolean): Promise<void> {
  answered = true;
  // The panel may have gone.
  await browser.runtime.sendMessage({ type: 'permission-answered', id, granted } satisfies Broadcast).catch(() => {});
}

async function ask(wanted: readonly string[]): Promise<void> {
  const granted = await browser.permissions.request(permissionsOf({ use, hosts: wanted }));
  if (!granted) {
    element('outcome').textContent = 'Not allowed. You can still allow it, or close this tab.';
    return;
  }
  await answer(true);
  await close();
}

async function close(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab.id !== undefined) await browser.tabs.remove(tab.id);
}

element('title').textContent = TEXTS[use].title;
element('why').textContent = TEXTS[use].why;
element('limits').textContent = TEXTS[use].limits;
element('hosts').replaceChildren(
  ...hosts.map((host) => {
    const item = document.createElement('li');
    item.textContent = host === ALL ? 'all sites' : host;
    return item;
  }),
);
element('allow').textContent = wantsAll ? 'Allow on all sites' : hosts.length === 1 ? `Allow on ${hosts[0]}` : 'Allow on these hosts';
element('allow').addEventListener('click', () => void ask(hosts));
element('allow-all').hidden = use !== 'web-request' || wantsAll;
element('allow-all').addEventListener('click', () => void ask([ALL]));
element('cancel').addEventListener('click', () => void answer(false).then(close));
addEventListener('pagehide', () => {
  if (!answered) void answer(false);
});
element('allow').focus();
