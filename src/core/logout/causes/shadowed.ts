import type { Cause } from '../loss.ts';
import { verdict } from '../verdict.ts';

/**
 * Two cookies of one name, and the server read the other one: `Cookie: _app_session=old; _app_session=new`. Chromium sends a rewritten
 * cookie after an untouched one, so that the stale twin comes first and wins.
 */
export const shadowed: Cause = {
  cause: 'shadowed',
  explain(loss) {
    const { step, before, history } = loss;
    if (history === null || step.carried.length < 2) return null;
    const [first, ...others] = step.carried;
    if (first === undefined || others.every(({ key }) => key === first.key)) return null;
    const fact = { kind: 'carried-twice', times: step.carried.length } as const;
    const isBehind = others.some(({ key }) => key === before?.version?.key);
    if (first.key === before?.version?.key) return null;
    return verdict(loss, isBehind ? 'certain' : 'likely', [[step, fact]], ['session-reset', 'server-revoked']);
  },
};
