/**
 * What Firefox's DevTools pages and its background page tell one another: panel and devtools page have neither `permissions` nor
 * `cookies` nor `webRequest` there, even once granted. Chromium has no background page.
 */

/** What an optional permission is for. Each needs the hosts as well. */
export type PermissionUse = 'cookies' | 'web-request';

export const PERMISSION_OF = { cookies: 'cookies', 'web-request': 'webRequest' } as const satisfies Record<PermissionUse, string>;

/** What a user is asked for. A host has no port, because cookies have none; `*` is every host. */
export interface PermissionWish {
  readonly use: PermissionUse;
  readonly hosts: readonly string[];
}

/** Answered each: see `background.ts`. */
export type ToBackground =
  | ({ readonly type: 'has-permission' } & PermissionWish)
  /** Opens the page that asks, beside the inspected tab. What the user answers comes as `permission-answered`. */
  | ({ readonly type: 'ask-permission'; readonly id: string; readonly tabId: number } & PermissionWish)
  | { readonly type: 'read-cookies'; readonly tabId: number; readonly domains: readonly string[] }
  | { readonly type: 'give-back'; readonly use: PermissionUse };

/** To whoever listens. */
export type Broadcast =
  | { readonly type: 'permission-answered'; readonly id: string; readonly granted: boolean }
  | { readonly type: 'permissions-changed' };

/** Name of the port by which a devtools page hears the requests of its tab; it says which by its first message. */
export const WEB_REQUEST_PORT = 'web-request';

/** Cookies are the same for http and https. */
export const originsOf = (hosts: readonly string[]): string[] => hosts.map((host) => `*://${host}/*`);
