import type { SessionHistory } from '../../session/history.ts';
import type { HistoryStep } from '../../session/history-step.ts';
import type { Version } from '../../session/version.ts';
import { lastSetterOf, setterOf } from '../history-index.ts';
import type { Cause, Loss } from '../loss.ts';
import { originOf } from '../request-kind.ts';
import { verdict } from '../verdict.ts';

/**
 * Another application on the same host (another port) overwrote the same name: its value does not open with the keys that opened the rest;
 * where all keys are known, the port of the response that set it decides.
 */
export const foreignApp: Cause = {
  cause: 'foreign-app',
  explain(loss) {
    const { history, before, step } = loss;
    if (history === null || before === null) return null;
    const own = setterOf(history, before.version) ?? before.step;
    const found = intruder(loss, history);
    if (found === null) return null;
    const { setter, version } = found;
    const [origin, cookieOrigin] = [originOf(setter.exchange), originOf(own.exchange)];
    if (origin === cookieOrigin || isOpenedAlike(version, before.version)) return null;
    const fact = { kind: 'another-application', origin, cookieOrigin } as const;
    const isKnown = version.reading?.key != null && before.version?.reading?.key != null;
    const isUnreadable = version.reading?.failure === 'wrong-key' && before.version?.reading?.key != null;
    // The step of the loss carried what the other had set, or is the response of the other.
    const isCertain = isKnown || isUnreadable || setter === step;
    return verdict(loss, isCertain ? 'certain' : 'likely', [[setter, fact]], ['secret-changed', 'session-reset', 'tampered']);
  },
};

/** What stands in the place of the sign-in, and the response that put it there. */
function intruder(loss: Loss, history: SessionHistory): { readonly setter: HistoryStep; readonly version: Version } | null {
  const carried = history.carried(loss.step);
  // Its own answer to a stranger.
  if (carried === null) return null;
  const at = loss.step.exchange.startedAt;
  if (carried !== loss.before?.version) {
    const setter = lastSetterOf(history, carried, at);
    if (setter !== null) return { setter, version: carried };
  }
  const { after } = loss;
  return after !== null && !after.deleted && history.set(loss.step).includes(after) ? { setter: loss.step, version: after } : null;
}

function isOpenedAlike(one: Version, other: Version | null): boolean {
  const [key, own] = [one.reading?.key ?? null, other?.reading?.key ?? null];
  return key !== null && own !== null && key.secretId === own.secretId && key.digest === own.digest;
}
