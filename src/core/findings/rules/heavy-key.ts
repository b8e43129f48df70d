import { keyCosts } from '../../session/key-cost.ts';
import { type CookieRule, placeOf } from '../rule.ts';

/** Expected bytes on the wire: a quarter of what browsers accept. */
const HEAVY = 1024;

/**
 * One key takes more than a quarter of what the browser accepts. Opened, the cookie holds
 *
 *     {"session_id":"…","user_id":42,"return_to":"…700 bytes of address…"}
 */
export const heavyKey: CookieRule = {
  kind: 'heavy-key',
  about: 'cookie',
  check(subject) {
    const { reading, sizes, cookie } = subject;
    if (!subject.session || subject.deleted || reading === null || sizes.wire <= HEAVY) return [];
    const heavy = (keyCosts(reading, cookie)?.keys ?? []).filter(({ bytes }) => bytes > HEAVY);
    return heavy.map(({ key, bytes, without }) => ({
      kind: 'heavy-key' as const,
      severity: 'warning' as const,
      ...placeOf(subject),
      parameters: { key, bytes: Math.round(bytes), without: Math.round(without) },
    }));
  },
};
