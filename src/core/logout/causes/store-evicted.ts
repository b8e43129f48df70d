import type { Cause } from '../loss.ts';
import { verdict } from '../verdict.ts';

/** An id was sent and a different one came back: the store no longer has the session (eviction, trimmed table, restarted cache). */
export const storeEvicted: Cause = {
  cause: 'store-evicted',
  explain(loss) {
    const { step, kind, history } = loss;
    const carried = history?.carried(step) ?? null;
    const isOtherId =
      kind === 'another-id' ||
      (kind === 'reset' && carried?.reading?.state === 'identifier' && carried.sessionId !== loss.after?.sessionId);
    return isOtherId ? verdict(loss, 'likely', [[step, { kind: 'unknown-id' }]], ['cleared-by-server', 'cookie-expired']) : null;
  },
};
