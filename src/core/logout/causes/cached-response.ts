import { sharedCaching } from '../../http/shared-cache.ts';
import type { SessionHistory } from '../../session/history.ts';
import type { HistoryStep } from '../../session/history-step.ts';
import { stepById } from '../history-index.ts';
import type { Cause } from '../loss.ts';
import { verdict } from '../verdict.ts';

/** A cache handed out somebody's, or some old, Set-Cookie: `Age`, `X-Cache: HIT`, or a sealed value that an unrelated response had set before. */
export const cachedResponse: Cause = {
  cause: 'cached-response',
  explain(loss) {
    const { history, step } = loss;
    if (history === null || loss.kind === 'refused') return null;
    // Set more than once, the last time may be the cache's.
    const before = (history.carried(step)?.setBy ?? []).filter(({ landedAt }) => landedAt <= step.exchange.startedAt).toReversed();
    const setters = [step, ...before.map(({ exchangeId }) => stepById(history, exchangeId))].filter(
      (each): each is HistoryStep => each !== null && each.lines.length > 0,
    );
    const setter = setters.find((each) => sharedCaching(each.exchange).cameFrom !== null || earlier(history, each) !== null);
    if (setter === undefined) return null;
    const { cameFrom } = sharedCaching(setter.exchange);
    const again = earlier(history, setter);
    const fact = cameFrom === null ? null : ([setter, { kind: 'from-cache', field: `${cameFrom.name}: ${cameFrom.value}` }] as const);
    const old = again === null ? null : ([again, { kind: 'set-without-identity' }] as const);
    return verdict(loss, 'certain', [old, fact], ['session-reset', 'server-revoked']);
  },
};

/** A response that had set the same value before; what a request carries may be given back to it. */
function earlier(history: SessionHistory, setter: HistoryStep): HistoryStep | null {
  const set = history.set(setter).find(({ deleted, reading }) => !deleted && isRandom(reading?.layout ?? null));
  if (set === undefined || set === history.carried(setter)) return null;
  const first = set.setBy.find(({ exchangeId, landedAt }) => exchangeId !== setter.exchange.id && landedAt < setter.landedAt);
  return first === undefined ? null : stepById(history, first.exchangeId);
}

/** With a random IV, so that no two are equal by chance; an id is one, too. */
const isRandom = (layout: string | null): boolean =>
  layout !== null && layout !== 'signed' && layout !== 'rack-plain' && layout !== 'rack-hmac';
