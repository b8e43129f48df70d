import type { Cause } from '../loss.ts';
import { isOtherDerivation, opensWith, sealChange } from '../seal-key.ts';
import { verdict } from '../verdict.ts';

/** The same secret, and another key digest (SHA1 and SHA256: the Rails 7 upgrade) or another salt. */
export const digestChanged: Cause = {
  cause: 'digest-changed',
  explain(loss, site) {
    const change = loss.kind === 'signed-out' ? null : sealChange(loss, site);
    if (change === null || !isOtherDerivation(change.before, change.after)) return null;
    return verdict(
      loss,
      'certain',
      [opensWith(change.before), opensWith(change.after)],
      ['secret-changed', 'session-reset', 'server-revoked'],
    );
  },
};
