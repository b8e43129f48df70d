import { pathMatch } from '../../cookies/cookie-match.ts';
import type { Cause } from '../loss.ts';
import { reachesHost } from '../scope.ts';
import { verdict } from '../verdict.ts';

/** The cookie's Path does not match the request: `path=/admin`, and the request goes to `/account`. */
export const pathChanged: Cause = {
  cause: 'path-changed',
  explain(loss) {
    const { step, before } = loss;
    const version = before?.version ?? null;
    if (version === null || version.scope === null || step.carried.some(({ key }) => key === version.key)) return null;
    const { scope } = version;
    if (!reachesHost(scope, step.hostname) || pathMatch(step.path === '' ? '/' : step.path, scope.path)) return null;
    const fact = { kind: 'another-path', path: step.path, cookiePath: scope.path } as const;
    return verdict(loss, 'certain', [[step, fact]], ['removed-by-script', 'cleared-in-browser']);
  },
};
