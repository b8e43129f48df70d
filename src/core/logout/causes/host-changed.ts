import type { Cause } from '../loss.ts';
import { isSameToPeople, reachesHost } from '../scope.ts';
import { verdict } from '../verdict.ts';

/** www and the apex, another subdomain, or localhost and 127.0.0.1: the cookie is of one host and the host changed. Never the port: cookies ignore it. */
export const hostChanged: Cause = {
  cause: 'host-changed',
  explain(loss) {
    const { step, before } = loss;
    const scope = before?.version?.scope ?? null;
    if (before === null || step.carried.some(({ key }) => key === before.version?.key)) return null;
    const cookieHost = scope?.domain ?? before.step.hostname;
    if (scope === null ? cookieHost === step.hostname : reachesHost(scope, step.hostname)) return null;
    const isTold = scope !== null && isSameToPeople(step.exchange.url, before.step.exchange.url);
    const fact = { kind: 'another-host', host: step.hostname, cookieHost } as const;
    return verdict(loss, isTold ? 'certain' : 'likely', [[step, fact]], ['removed-by-script', 'cleared-in-browser']);
  },
};
