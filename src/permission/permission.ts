import { type MessageKey, message, readMessagesFrom } from '../core/message.ts';
import type { Broadcast, PermissionUse } from '../platform/background-messages.ts';
import { browser } from '../platform/browser.ts';
import { messages } from '../platform/messages.ts';
import { permissionsOf } from '../platform/permissions.ts';
import './permission.css';

/** Firefox only: asks in a tab, because DevTools cannot, tells the panel what was answered, and closes itself. */

interface Texts {
  readonly title: MessageKey;
  readonly why: MessageKey;
  readonly limits: MessageKey;
}

const TEXTS: Readonly<Record<PermissionUse, Texts>> = {
  cookies: { title: 'compareButtonLabel', why: 'permissionCookies', limits: 'permissionCookiesLimits' },
  'web-request': { title: 'permissionWebRequestTitle', why: 'permissionWebRequest', limits: 'permissionWebRequestLimits' },
};

readMessagesFrom(messages);
document.documentElement.lang = messages.language;
document.title = message('permissionTitle');

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

function allowText(): string {
  if (wantsAll) return message('permissionAllowAll');
  const [host, ...others] = hosts;
  return host === undefined || others.length > 0 ? message('permissionAllowThese') : message('permissionAllowOn', host);
}

async function answer(granted: boolean): Promise<void> {
  answered = true;
  // The panel may have gone.
  await browser.runtime.sendMessage({ type: 'permission-answered', id, granted } satisfies Broadcast).catch(() => {});
}

async function ask(wanted: readonly string[]): Promise<void> {
  const granted = await browser.permissions.request(permissionsOf({ use, hosts: wanted }));
  if (!granted) {
    element('outcome').textContent = message('permissionRefused');
    return;
  }
  await answer(true);
  await close();
}

async function close(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab.id !== undefined) await browser.tabs.remove(tab.id);
}

element('title').textContent = message(TEXTS[use].title);
element('why').textContent = message(TEXTS[use].why);
element('limits').textContent = message(TEXTS[use].limits);
element('hosts').replaceChildren(
  ...hosts.map((host) => {
    const item = document.createElement('li');
    item.textContent = host === ALL ? message('permissionAllSites') : host;
    return item;
  }),
);
element('allow').textContent = allowText();
element('allow-all').textContent = message('permissionAllowAll');
element('cancel').textContent = message('permissionNotNow');
element('allow').addEventListener('click', () => void ask(hosts));
element('allow-all').hidden = use !== 'web-request' || wantsAll;
element('allow-all').addEventListener('click', () => void ask([ALL]));
element('cancel').addEventListener('click', () => void answer(false).then(close));
addEventListener('pagehide', () => {
  if (!answered) void answer(false);
});
element('allow').focus();
