import type { SessionHistory } from '../session/history.ts';
import type { SiteTraffic } from '../session/site-traffic.ts';
import type { Loss } from './loss.ts';
import { signInsNeverSet } from './never-set.ts';
import { goesOn } from './other-identity.ts';
import { sameLosses } from './same-loss.ts';
import { SessionWatch } from './session-watch.ts';

/** The losses of one site in the order of the traffic; each is a list of what its cookies show of it. */
export function detectLosses(histories: readonly SessionHistory[], traffic: SiteTraffic): readonly (readonly Loss[])[] {
  const found = histories.flatMap((history) => new SessionWatch(history).run());
  const losses = found.filter((loss) => !goesOn(loss, histories));
  return sameLosses([...losses, ...signInsNeverSet(histories, traffic)]);
}
