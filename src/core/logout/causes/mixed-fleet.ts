import type { SessionHistory } from '../../session/history.ts';
import type { Cause } from '../loss.ts';
import { originOf } from '../request-kind.ts';
import { opensWith, type Sealing, sealing, sealText } from '../seal-key.ts';
import { verdict } from '../verdict.ts';

/** The key under which one application's responses open goes back and forth: its servers disagree. */
export const mixedFleet: Cause = {
  cause: 'mixed-fleet',
  explain(loss) {
    const { history, step } = loss;
    if (history === null || loss.kind === 'signed-out') return null;
    const runs = keyRuns(history, originOf(step.exchange));
    const texts = new Set(runs.map(sealText));
    const [first, second] = runs;
    if (first === undefined || second === undefined || runs.length <= texts.size) return null;
    const isHere = [step.carried[0]?.reading ?? null, history.set(step).at(-1)?.reading ?? null].some(
      (reading) => sealing(step, reading) !== null,
    );
    return isHere
      ? verdict(loss, 'certain', runs.slice(0, 4).map(opensWith), ['secret-changed', 'digest-changed', 'cipher-changed', 'session-reset'])
      : null;
  },
};

/** One of each run of responses that seal alike, in the order in which they landed. */
function keyRuns(history: SessionHistory, origin: string): readonly Sealing[] {
  const runs: Sealing[] = [];
  const isLast = (sealed: Sealing): boolean => runs.slice(-1).some((last) => sealText(last) === sealText(sealed));
  for (const step of history.steps.toSorted((a, b) => a.landedAt - b.landedAt)) {
    if (originOf(step.exchange) !== origin) continue;
    for (const version of history.set(step)) {
      const sealed = sealing(step, version.reading);
      if (sealed === null || isLast(sealed)) continue;
      // A server that goes on with the session could read it: a rotation, and no disagreement.
      const carried = history.carried(step);
      if (carried?.sessionId != null && carried.sessionId === version.sessionId) runs.pop();
      if (!isLast(sealed)) runs.push(sealed);
    }
  }
  return runs;
}
