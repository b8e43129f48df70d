import type { Cause } from '../loss.ts';
import { isPrefetch, isSubresource } from '../request-kind.ts';
import { asksSignOut } from '../sign-paths.ts';
import { verdict } from '../verdict.ts';

/** A prefetch (`Sec-Purpose: prefetch`, Turbo's `X-Sec-Purpose`) or an image hit the sign-out link. */
export const prefetchedSignOut: Cause = {
  cause: 'prefetched-sign-out',
  explain(loss) {
    const step = loss.culprit ?? loss.step;
    if (!asksSignOut(step.exchange, step.path)) return null;
    const as = isPrefetch(step.exchange) ? 'prefetch' : isSubresource(step.exchange) ? 'subresource' : null;
    return as === null ? null : verdict(loss, 'certain', [[step, { kind: 'not-a-visit', as }]], ['signed-out']);
  },
};
