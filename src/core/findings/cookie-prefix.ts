import type { SetCookie } from '../cookies/set-cookie.ts';
import type { CookiePrefix } from './finding.ts';

/** The longest first, since one starts like another. */
const PREFIXES: readonly CookiePrefix[] = ['__Host-Http-', '__Host-', '__Secure-', '__Http-'];

const LONGEST = 12;

/** The prefix of a cookie's name, in any letter case; of a nameless cookie the one that its value feigns. Null without one. */
export function prefixOf({ name, value }: SetCookie): CookiePrefix | null {
  const text = (name === '' ? value : name).slice(0, LONGEST).toLowerCase();
  return PREFIXES.find((prefix) => text.startsWith(prefix.toLowerCase())) ?? null;
}
