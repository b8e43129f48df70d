import type { Version } from '../../session/version.ts';
import type { Cause, Loss } from '../loss.ts';
import { verdict } from '../verdict.ts';

/** The deletion answers a request that carried an older version than the current one: a stale tab, a slow request. */
export const clearedByStaleClient: Cause = {
  cause: 'cleared-by-stale-client',
  explain(loss) {
    const old = staleClear(loss);
    if (old === null) return null;
    const fact = { kind: 'carried-old-version', setAt: old.setBy[0]?.landedAt ?? null } as const;
    return verdict(loss, 'certain', [[loss.step, fact]], ['cleared-by-server', 'signed-out']);
  },
};

/** The older version that the request carried whose response deleted the cookie. */
export function staleClear({ kind, step, history, before }: Loss): Version | null {
  const carried = history?.carried(step) ?? null;
  const current = before?.version ?? null;
  if (kind !== 'deleted' || carried === null || current === null || carried === current) return null;
  return carried.at < current.at ? carried : null;
}
