import type { Cause } from '../loss.ts';
import { opensWith, sealChange, sealing } from '../seal-key.ts';
import { verdict } from '../verdict.ts';

/**
 * Carried and set open under different secrets; or the carried one opens, the server no longer honours it, and what it sets then opens under
 * another secret or none. As long as requests only read, Rails sends no Set-Cookie, and the dead cookie goes on being sent.
 */
export const secretChanged: Cause = {
  cause: 'secret-changed',
  explain(loss, site) {
    const { step, history } = loss;
    if (loss.kind === 'signed-out' || loss.kind === 'refused') return null;
    const change = sealChange(loss, site);
    if (change !== null) {
      const { before, after } = change;
      if (before.key.secretId === after.key.secretId) return null;
      return verdict(loss, 'certain', [opensWith(before), opensWith(after)], ['session-reset', 'server-revoked', 'timed-out']);
    }
    const before = sealing(step, step.carried[0]?.reading ?? null);
    const set = history?.set(step).findLast(({ deleted }) => !deleted)?.reading ?? null;
    if (before === null || set?.failure !== 'wrong-key') return null;
    return verdict(loss, 'likely', [opensWith(before), [step, { kind: 'does-not-open' }]], ['session-reset']);
  },
};
