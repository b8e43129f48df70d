import { stepById } from '../history-index.ts';
import type { Cause } from '../loss.ts';
import { verdict } from '../verdict.ts';

/** Max-Age or Expires passed: the browser forgot the cookie. */
export const cookieExpired: Cause = {
  cause: 'cookie-expired',
  explain(loss) {
    const { step, history, before } = loss;
    if (history === null || step.carried.length > 0) return null;
    const last = before?.version?.setBy.findLast(({ landedAt }) => landedAt <= step.exchange.startedAt);
    const setter = last === undefined ? null : stepById(history, last.exchangeId);
    const at = setter?.lines.find(({ line }) => line === last?.line)?.storage?.expiresAt ?? null;
    const isOver = at !== null && at <= step.exchange.startedAt;
    if (step.withheld !== 'expired' && !isOver) return null;
    return verdict(
      loss,
      'certain',
      [at === null ? null : [step, { kind: 'expired-at', at }]],
      ['removed-by-script', 'cleared-in-browser', 'timed-out'],
    );
  },
};
