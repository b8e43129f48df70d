import type { Cause } from '../loss.ts';
import { isOtherCipher, opensWith, sealChange } from '../seal-key.ts';
import { verdict } from '../verdict.ts';

/** The same secret, CBC before and GCM after, or the reverse. */
export const cipherChanged: Cause = {
  cause: 'cipher-changed',
  explain(loss, site) {
    const change = loss.kind === 'signed-out' ? null : sealChange(loss, site);
    if (change === null || !isOtherCipher(change.before, change.after)) return null;
    return verdict(
      loss,
      'certain',
      [opensWith(change.before), opensWith(change.after)],
      ['secret-changed', 'digest-changed', 'session-reset'],
    );
  },
};
