import type { Cause } from '../loss.ts';
import { verdict } from '../verdict.ts';

/** The expiry that is sealed in with the session has passed, although the browser kept the cookie. */
export const envelopeExpired: Cause = {
  cause: 'envelope-expired',
  explain(loss) {
    const { step } = loss;
    const reading = step.carried[0]?.reading ?? null;
    const at = reading?.expires == null ? Number.NaN : Date.parse(reading.expires);
    if (loss.kind === 'signed-out' || reading === null) return null;
    if (reading.failure !== 'expired' && !(at <= step.exchange.startedAt)) return null;
    return verdict(
      loss,
      'certain',
      [Number.isNaN(at) ? null : [step, { kind: 'expired-at', at }]],
      ['secret-changed', 'timed-out', 'session-reset'],
    );
  },
};
