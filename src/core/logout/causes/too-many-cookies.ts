import type { Cause } from '../loss.ts';
import { headerOf } from '../request-kind.ts';
import { verdict } from '../verdict.ts';

/** Browsers remove down to this many for one site, when there are 180 or more (RFC 6265bis, 6.1 asks for 50). */
const FEWEST = 140;

/** The browser evicted the cookie, since the site has over 150 to 180; or the server does not take so many (400, 431). */
export const tooManyCookies: Cause = {
  cause: 'too-many-cookies',
  explain(loss) {
    const { step } = loss;
    const count = (headerOf(step.exchange, 'cookie') ?? '').split(';').filter((pair) => pair.trim() !== '').length;
    const fact = { kind: 'cookie-count', count } as const;
    if (loss.kind === 'rejected') return verdict(loss, count >= 50 ? 'certain' : 'likely', [[step, fact]]);
    if (step.carried.length > 0 || loss.history === null || step.withheld !== null || count < FEWEST) return null;
    return verdict(loss, step.missing ? 'likely' : 'certain', [[step, fact]], ['removed-by-script', 'cleared-in-browser']);
  },
};
