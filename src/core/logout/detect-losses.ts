import type { SessionHistory } from '../session/history.ts';
import { hasSessionName, isSignInToken } from '../session/session-cookie.ts';
import type { SiteTraffic } from '../session/site-traffic.ts';
import type { Loss } from './loss.ts';
import { signInsNeverSet } from './never-set.ts';
import { goesOn } from './other-identity.ts';
import { sameLosses } from './same-loss.ts';
import { SessionWatch } from './session-watch.ts';

/** The losses of one site in the order of the traffic; each is a list of what its cookies show of it. */
export function detectLosses(histories: readonly SessionHistory[], traffic: SiteTraffic): readonly (readonly Loss[])[] {
  const isNamed = histories.some(isNamedSession);
  const found = histories.flatMap((history) => new SessionWatch(history, !isNamed || isNamedSession(history)).run());
  const losses = found.filter((loss) => !goesOn(loss, histories) && !(loss.before === null && isLate(loss, found)));
  return sameLosses([...losses, ...signInsNeverSet(histories, traffic)]);
}

/** Where a cookie is called a session, another sealed one is something else. */
function isNamedSession({ name, versions }: SessionHistory): boolean {
  return (hasSessionName(name) || isSignInToken(name)) && versions.some(({ reading }) => reading !== null);
}

/** Another cookie has told before that nobody is signed in. */
function isLate({ kind, step }: Loss, found: readonly Loss[]): boolean {
  return kind === 'not-honoured' && found.some((other) => other.before !== null && other.step.exchange.startedAt < step.exchange.startedAt);
}
