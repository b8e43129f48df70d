import type { Cause } from '../loss.ts';
import { vanishedLine } from '../vanished.ts';
import { verdict } from '../verdict.ts';

/** HttpOnly, kept, in scope, not expired, and no longer sent, with no response that removed it: cleared by hand or by the browser. */
export const clearedInBrowser: Cause = {
  cause: 'cleared-in-browser',
  explain(loss) {
    const line = vanishedLine(loss);
    if (line?.cookie.effective.httpOnly) return verdict(loss, 'likely', [], ['cookie-expired', 'removed-by-script', 'cleared-by-server']);
    // Set before the recording began, so that nothing is known of its flags.
    const isRoot = loss.before?.version?.root === true && loss.kind === 'not-sent' && loss.step.missing;
    return isRoot ? verdict(loss, 'possible', [], ['cleared-by-server']) : null;
  },
};
