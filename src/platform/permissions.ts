import type { Broadcast, PermissionUse, PermissionWish, ToBackground } from './background-messages.ts';
import { originsOf, PERMISSION_OF } from './background-messages.ts';
import { browser, isFirefox } from './browser.ts';

export type { PermissionUse, PermissionWish } from './background-messages.ts';

/**
 * Asks the user, who must have pressed something just before. In Firefox a page in a tab of its own asks, because DevTools cannot; it
 * settles when the user has answered there, or closed the tab. Without a question where all of it is granted already.
 */
export async function requestPermission(wish: PermissionWish, tabId: number): Promise<boolean> {
  if (!isFirefox) return browser.permissions.request(permissionsOf(wish));
  if (await tellBackground<boolean>({ type: 'has-permission', ...wish })) return true;
  const id = crypto.randomUUID();
  const answered = new Promise<boolean>((resolve) => {
    const listener = (message: unknown): undefined => {
      const answer = message as Broadcast;
      if (answer.type !== 'permission-answered' || answer.id !== id) return;
      browser.runtime.onMessage.removeListener(listener);
      resolve(answer.granted);
    };
    browser.runtime.onMessage.addListener(listener);
  });
  await tellBackground({ type: 'ask-permission', id, tabId, ...wish });
  return answered;
}

/** Whether requests to the host are recorded through `webRequest`, which the permissions alone decide. Firefox only. */
export const hasWebRequest = (host: string | null): Promise<boolean> =>
  tellBackground({ type: 'has-permission', use: 'web-request', hosts: host === null ? [] : [host] });

/** Firefox only. The hosts stay granted: they may be needed for another use. */
export const giveBack = (use: PermissionUse): Promise<void> => tellBackground({ type: 'give-back', use });

/** Firefox only. */
export function onPermissionsChanged(listener: () => void): void {
  browser.runtime.onMessage.addListener((message: unknown): undefined => {
    if ((message as Broadcast).type === 'permissions-changed') listener();
  });
}

export async function tellBackground<T = void>(message: ToBackground): Promise<T> {
  return (await browser.runtime.sendMessage(message)) as T;
}

/** As the browser's API takes them. */
export const permissionsOf = ({ use, hosts }: PermissionWish) => ({ permissions: [PERMISSION_OF[use]], origins: originsOf(hosts) });
