import { diffValues } from '../../session/diff.ts';
import { dropChance } from '../../session/drop-chance.ts';
import { type CookieRule, placeOf } from '../rule.ts';
import { isHonoured } from '../subject.ts';

/**
 * A page that only read the session, and its whole cookie comes again, sealed anew. Request and response hold the same, say
 *
 *     {"session_id":"0a1b…","user_id":7}
 */
export const rewrittenUnchanged: CookieRule = {
  kind: 'rewritten-unchanged',
  about: 'cookie',
  check(subject) {
    const { carried, reading, cookie, sizes } = subject;
    if (subject.deleted || !subject.session || !isHonoured(carried) || !isHonoured(reading)) return [];
    // The id of a session on the server is sealed by nobody.
    if (reading.role !== 'session' || reading.stored !== null) return [];
    if (diffValues(carried.data, reading.data, { most: 1 }).differences.length > 0) return [];
    const parameters = { wire: sizes.wire, chance: dropChance(reading, cookie) ?? 0, limit: sizes.limit };
    return [{ kind: 'rewritten-unchanged', severity: 'info', ...placeOf(subject), parameters }];
  },
};
