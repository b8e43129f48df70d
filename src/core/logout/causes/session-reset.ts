import type { Cause } from '../loss.ts';
import { verdict } from '../verdict.ts';

/** `session_id` changed and the identity is gone, and nothing outside the application explains it: reset_session. */
export const sessionReset: Cause = {
  cause: 'session-reset',
  explain(loss) {
    const { step, kind, after, history } = loss;
    if (kind !== 'reset' || history === null) return null;
    const carried = history.carried(step);
    if (carried === null || carried.identities === null || carried.identities.length === 0) return null;
    const isOther = carried.sessionId !== null && after?.sessionId != null && carried.sessionId !== after.sessionId;
    const rulesOut = ['secret-changed', 'timed-out', 'cookie-expired'] as const;
    return verdict(loss, isOther ? 'likely' : 'possible', isOther ? [[step, { kind: 'set-another-session-id' }]] : [], rulesOut);
  },
};
