import { identitiesOf } from '../../session/identity.ts';
import { keptKeys } from '../../session/kept-keys.ts';
import { type CookieRule, placeOf } from '../rule.ts';
import { isHonoured } from '../subject.ts';

/**
 * Somebody signed in and the session kept its id, so whoever knew it before is signed in too. Opened, the cookie held
 *
 *     {"session_id":"0a1b…","cart":[]}   and then   {"session_id":"0a1b…","cart":[],"user_id":42}
 */
export const sessionFixation: CookieRule = {
  kind: 'session-fixation',
  about: 'cookie',
  check(subject) {
    const { carried, reading, identityKeys: keys } = subject;
    if (subject.deleted || !isHonoured(carried) || !isHonoured(reading) || reading.role !== 'session') return [];
    const [identity] = identitiesOf(reading.data, { keys });
    if (identity === undefined || identitiesOf(carried.data, { keys }).length > 0) return [];
    if (!keptKeys(carried.data, reading.data).includes('session_id')) return [];
    // Content that was pasted from a store: there the id alone opens the session.
    const store = reading.stored === null ? ('cookie' as const) : ('server' as const);
    const severity = store === 'server' ? 'error' : 'warning';
    return [{ kind: 'session-fixation', severity, ...placeOf(subject), parameters: { key: identity.key, store } }];
  },
};
