import { continuesSession } from '../../session/continuation.ts';
import { type CookieRule, placeOf } from '../rule.ts';
import { isHonoured } from '../subject.ts';

/**
 * The request's cookie opens with one secret and the response's with another, and the session goes on: the server still accepts the old
 * secret and seals with the new one. Both hold
 *
 *     {"session_id":"0a1b…","user_id":7}
 */
export const oldSecretInUse: CookieRule = {
  kind: 'old-secret-in-use',
  about: 'cookie',
  check(subject) {
    const { carried, reading } = subject;
    if (subject.deleted || !isHonoured(carried) || !isHonoured(reading)) return [];
    const [was, is] = [carried.key, reading.key];
    if (was === null || is === null || was.secretId === is.secretId || !continuesSession(carried, reading)) return [];
    return [{ kind: 'old-secret-in-use', severity: 'warning', ...placeOf(subject), parameters: { opened: was.secret, sealed: is.secret } }];
  },
};
