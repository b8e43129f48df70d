import { sharedCaching } from '../../http/shared-cache.ts';
import type { Cause } from '../loss.ts';
import { verdict } from '../verdict.ts';

/** The page that looks like it came out of a cache, and the session is intact. */
export const notALogout: Cause = {
  cause: 'not-a-logout',
  explain(loss) {
    if (loss.kind === 'cached-page')
      return verdict(loss, 'certain', [[loss.step, { kind: 'from-cache', field: 'HTTP cache' }]], ['session-reset', 'server-revoked']);
    const { cameFrom } = sharedCaching(loss.step.exchange);
    if (loss.kind !== 'not-honoured' || cameFrom === null) return null;
    return verdict(
      loss,
      'certain',
      [[loss.step, { kind: 'from-cache', field: `${cameFrom.name}: ${cameFrom.value}` }]],
      ['server-revoked'],
    );
  },
};
