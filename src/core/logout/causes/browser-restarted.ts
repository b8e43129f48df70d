import { setterOf } from '../history-index.ts';
import { pauseBefore } from '../idle.ts';
import type { Cause } from '../loss.ts';
import { hasSafeMethod } from '../request-kind.ts';
import { verdict } from '../verdict.ts';

/** Shorter breaks are none: a browser takes that long to close and open. */
const SHORTEST = 3000;

/** A cookie without an expiry is gone after a break, and a restored page posts an old authenticity token. */
export const browserRestarted: Cause = {
  cause: 'browser-restarted',
  explain(loss) {
    const { step, history, before } = loss;
    if (history === null || step.carried.length > 0 || !step.missing) return null;
    const setter = setterOf(history, before?.version ?? null);
    const lines = setter?.lines ?? [];
    if (lines.length === 0 || lines.some(({ deleted, storage }) => !deleted && storage?.expiresAt !== null)) return null;
    const { pause, longestBefore } = pauseBefore(history, step);
    if (pause < SHORTEST || pause <= longestBefore) return null;
    const isRejected =
      !hasSafeMethod(step.exchange) && (step.exchange.errorPage === 'InvalidAuthenticityToken' || step.exchange.status === 422);
    // Cookies with an expiry outlive the browser.
    const kept = step.expectation?.expected.some(({ carried }) => carried === 'yes') ?? false;
    if (!isRejected && !kept) return null;
    const fact = { kind: 'gap', milliseconds: pause } as const;
    return verdict(loss, isRejected ? 'likely' : 'possible', [[step, fact]], ['cookie-expired', 'removed-by-script']);
  },
};
