import type { SessionHistory } from '../session/history.ts';
import type { HistoryStep } from '../session/history-step.ts';
import { setterOf } from './history-index.ts';
import type { SignedIn } from './loss.ts';

/** As many versions are looked back on. */
const MOST = 1000;

/**
 * Where a sealed session began anew although somebody was signed in: the response since then whose request carried nothing, and from which
 * what this request carries descends. Null when the chain goes back to the sign-in.
 */
export function brokenAt(history: SessionHistory, signedIn: SignedIn | null, step: HistoryStep): HistoryStep | null {
  let version = history.carried(step);
  for (let steps = 0; version !== null && signedIn !== null && steps < MOST; steps++) {
    if (version === signedIn.version) return null;
    const setter = setterOf(history, version);
    if (setter === null || setter.exchange.startedAt <= signedIn.since || setter === signedIn.step) return null;
    if (history.carried(setter) === null) return setter;
    version = history.version(version.parent);
  }
  return null;
}
