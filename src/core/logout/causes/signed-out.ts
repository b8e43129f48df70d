import type { Cause } from '../loss.ts';
import { hasSafeMethod, isPrefetch, isSubresource } from '../request-kind.ts';
import { saysSignedOut } from '../says-signed-out.ts';
import { asksSignOut, endsAccountOrPassword } from '../sign-paths.ts';
import { verdict } from '../verdict.ts';

/** The application did it: `DELETE /users/sign_out` and the like, with the identity removed or the cookie deleted. Not a fault. */
export const signedOut: Cause = {
  cause: 'signed-out',
  explain(loss) {
    const step = loss.culprit ?? loss.step;
    if (isPrefetch(step.exchange) || isSubresource(step.exchange)) return null;
    if (asksSignOut(step.exchange, step.path)) {
      const isSeen = loss.kind === 'signed-out' && loss.after?.identities?.length === 0;
      return verdict(loss, isSeen ? 'certain' : 'likely', [[step, { kind: 'sign-out-request' }]]);
    }
    // At an address that does not look like one: forgery protection starts over, too, and says nothing of it.
    if (loss.kind === 'reset' && !hasSafeMethod(step.exchange) && saysSignedOut(loss.after))
      return verdict(loss, 'likely', [], ['csrf-reset']);
    // Whoever deletes the account is signed out with it.
    return endsAccountOrPassword(step.exchange, step.path) === 'account' ? verdict(loss, 'likely') : null;
  },
};
