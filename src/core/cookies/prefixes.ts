import type { BrowserRules } from './browser-rules.ts';
import { isAddress } from './cookie-match.ts';
import type { CookieScope } from './cookie-scope.ts';
import type { EffectiveAttributes } from './set-cookie.ts';

/** `__Host-Http-` has both conditions, so the longer stands first. */
const PREFIX = /^__(?:host-http|host|http|secure)-/i;

/**
 * Whether the cookie breaks the promise of its name's prefix. `isSecure`: the URL may store Secure cookies.
 * Source: RFC 6265bis, 4.1.3 and 5.7 steps 19 to 21; `__Http-` and `__Host-Http-` are of the drafts after it.
 */
export function breaksPrefix(
  name: string,
  value: string,
  attributes: EffectiveAttributes,
  scope: CookieScope,
  isSecure: boolean,
  rules: BrowserRules,
): boolean {
  // A nameless cookie is sent as its bare value, which a server would take for a name.
  if (name === '') return PREFIX.test(value);
  const prefix = PREFIX.exec(name)?.[0].toLowerCase();
  if (prefix === undefined) return false;
  if (!attributes.secure || !isSecure) return true;
  if (prefix.includes('http-') && !attributes.httpOnly) return true;
  return prefix.startsWith('__host-') && !staysWithHost(attributes, scope, rules);
}

/** `__Host-`: Path=/ and no Domain. Chromium lets a Domain pass that is the address it comes from (`HasValidHostPrefixAttributes`). */
function staysWithHost({ domain, path }: EffectiveAttributes, scope: CookieScope, rules: BrowserRules): boolean {
  if (rules.hostPrefix === 'scope') return scope.hostOnly && scope.path === '/';
  return path === '/' && (domain === null || (scope.hostOnly && isAddress(domain)));
}
