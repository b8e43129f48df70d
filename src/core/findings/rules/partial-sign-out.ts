import { identitiesOf } from '../../session/identity.ts';
import { keptKeys } from '../../session/kept-keys.ts';
import { type CookieRule, placeOf } from '../rule.ts';
import { isHonoured } from '../subject.ts';

/** They say nothing of who was signed in. */
const HARMLESS: ReadonlySet<string> = new Set(['flash', 'locale']);

/**
 * A sign-out took the identity away and left the rest. Opened, the cookie held
 *
 *     {"session_id":"0a1b…","user_id":42,"cart":[7]}   and then   {"session_id":"0a1b…","cart":[7]}
 */
export const partialSignOut: CookieRule = {
  kind: 'partial-sign-out',
  about: 'cookie',
  check(subject) {
    const { carried, reading, identityKeys: keys } = subject;
    if (subject.deleted || !isHonoured(carried) || !isHonoured(reading) || reading.role !== 'session') return [];
    if (identitiesOf(carried.data, { keys }).length === 0 || identitiesOf(reading.data, { keys }).length > 0) return [];
    const kept = keptKeys(carried.data, reading.data).filter((key) => !HARMLESS.has(key));
    if (kept.length === 0) return [];
    return [{ kind: 'partial-sign-out', severity: 'warning', ...placeOf(subject), parameters: { kept } }];
  },
};
