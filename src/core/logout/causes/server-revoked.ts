import { asHash, keyName } from '../../session/hash.ts';
import type { Version } from '../../session/version.ts';
import type { Cause } from '../loss.ts';
import { endsAccountOrPassword } from '../sign-paths.ts';
import { verdict } from '../verdict.ts';

/** The cookie opens and has not expired, yet its identity is dropped: password change, session limit, deleted row (Rails 8), token mismatch. */
export const serverRevoked: Cause = {
  cause: 'server-revoked',
  explain(loss) {
    const { step, kind, history, after } = loss;
    const carried = history?.carried(step) ?? null;
    if ((kind !== 'reset' && kind !== 'not-honoured' && kind !== 'deleted') || carried === null || carried.reading === null) return null;
    const isOpen = carried.identities !== null && carried.identities.length > 0 && carried.reading.failure === null;
    if (!isOpen) return null;
    const rulesOut = ['secret-changed', 'envelope-expired', 'tampered'] as const;
    const isToken = carried.reading.role !== 'session';
    // A deletion has causes of its own, unless the server deletes the token of a session that it does not know any more.
    if (kind === 'deleted') return isToken ? verdict(loss, 'possible', [], rulesOut) : null;
    // Signed values can be read without the secret, which might be another one by now.
    if (carried.reading.key === null) return verdict(loss, 'possible');
    if (kind === 'not-honoured') return verdict(loss, 'likely', after === null ? [[step, { kind: 'no-set-cookie' }]] : [], rulesOut);
    // The record was looked up and not accepted: the session itself stays.
    const isSameSession = carried.sessionId !== null && carried.sessionId === after?.sessionId;
    if (isSameSession || endsAccountOrPassword(step.exchange, step.path) === 'password' || hasLimit(carried))
      return verdict(loss, 'likely', [], rulesOut);
    return null;
  },
};

/** devise-security: one session at a time. */
function hasLimit({ reading }: Version): boolean {
  const pairs = asHash(reading?.data ?? null)?.pairs ?? [];
  return pairs.some(
    ({ key, value }) =>
      /^warden\.user\..+\.session$/.test(keyName(key) ?? '') &&
      (asHash(value)?.pairs ?? []).some((inner) => keyName(inner.key) === 'unique_session_id'),
  );
}
