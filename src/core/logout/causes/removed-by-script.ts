import type { Cause } from '../loss.ts';
import { vanishedLine } from '../vanished.ts';
import { verdict } from '../verdict.ts';

/** Not HttpOnly, kept, in scope, not expired, and no longer sent on a navigation or a same-origin request with credentials. */
export const removedByScript: Cause = {
  cause: 'removed-by-script',
  explain(loss) {
    const line = vanishedLine(loss);
    return line === null || line.cookie.effective.httpOnly ? null : verdict(loss, 'likely', [], ['cookie-expired', 'cleared-by-server']);
  },
};
