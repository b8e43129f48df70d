import type { Cause } from '../loss.ts';
import { headerOf } from '../request-kind.ts';
import { verdict } from '../verdict.ts';

/** SameSite Strict or Lax withheld the cookie from a request that another site started, and the answer starts over: SSO, payment, mail links. */
export const crossSiteRequest: Cause = {
  cause: 'cross-site-request',
  explain(loss) {
    const { step } = loss;
    if (step.carried.length > 0 || (step.withheld !== 'same-site' && step.context.site !== 'cross-site')) return null;
    if (step.withheld !== null && step.withheld !== 'same-site') return null;
    const isTold = headerOf(step.exchange, 'sec-fetch-site') === 'cross-site' && step.withheld === 'same-site';
    const fact = { kind: 'withheld', reason: 'same-site' } as const;
    return verdict(
      loss,
      isTold ? 'certain' : step.withheld === 'same-site' ? 'likely' : 'possible',
      [[step, fact]],
      ['removed-by-script', 'cleared-in-browser'],
    );
  },
};
