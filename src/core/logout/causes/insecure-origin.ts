import { isLoopbackHost } from '../../http/loopback.ts';
import type { Cause } from '../loss.ts';
import { verdict } from '../verdict.ts';
import { confidenceOf, refusedLine } from './refused.ts';

/**
 * A Secure cookie that is set or needed on plain http, where Rails does not even write it; or an application behind a proxy that ends TLS,
 * which takes every request for plain http and sends no Set-Cookie at all at the sign-in.
 */
export const insecureOrigin: Cause = {
  cause: 'insecure-origin',
  explain(loss) {
    const refused = refusedLine(loss);
    if (refused?.reason === 'insecure-origin') return verdict(loss, confidenceOf(refused.line), [], ['refused-by-browser']);
    if (loss.kind === 'never-set' && loss.history === null) {
      const signIn = loss.culprit ?? loss.step;
      // Browsers take loopback for secure, and so nobody sets Secure aside there; behind a proxy it is https all the same.
      if (!signIn.https && isLoopbackHost(signIn.hostname)) return null;
      return verdict(loss, 'likely', [[signIn, { kind: 'no-set-cookie' }]]);
    }
    const { step } = loss;
    const isWithheld = step.withheld === 'secure' && !step.https;
    if (!isWithheld || step.carried.length > 0) return null;
    return verdict(loss, 'certain', [[step, { kind: 'withheld', reason: 'secure' }]], ['removed-by-script', 'cleared-in-browser']);
  },
};
