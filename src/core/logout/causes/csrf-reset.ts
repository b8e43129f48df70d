import type { Cause } from '../loss.ts';
import { hasSafeMethod } from '../request-kind.ts';
import { asksSignOut, endsAccountOrPassword } from '../sign-paths.ts';
import { verdict } from '../verdict.ts';

/** An unsafe request with identity in and a fresh session out, where the application has no reason to end it: forgery protection did. */
export const csrfReset: Cause = {
  cause: 'csrf-reset',
  explain(loss) {
    const { step, kind, history } = loss;
    if ((kind !== 'reset' && kind !== 'another-id') || hasSafeMethod(step.exchange)) return null;
    if (asksSignOut(step.exchange, step.path) || endsAccountOrPassword(step.exchange, step.path) !== null) return null;
    const carried = history?.carried(step) ?? null;
    const isFresh = carried?.sessionId == null || loss.after?.sessionId == null || carried.sessionId !== loss.after.sessionId;
    if (!isFresh) return null;
    const isNamed = step.exchange.errorPage === 'InvalidAuthenticityToken';
    return verdict(loss, isNamed ? 'certain' : 'likely', [[step, { kind: 'set-another-session-id' }]], ['session-reset', 'server-revoked']);
  },
};
