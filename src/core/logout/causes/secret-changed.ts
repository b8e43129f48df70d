import type { Reading } from '../../readers/reader.ts';
import type { SessionHistory } from '../../session/history.ts';
import type { HistoryStep } from '../../session/history-step.ts';
import { setterOf } from '../history-index.ts';
import type { Cause, Loss, Verdict } from '../loss.ts';
import { originOf } from '../request-kind.ts';
import { opensWith, sealChange, sealing } from '../seal-key.ts';
import { verdict } from '../verdict.ts';

/**
 * Carried and set open under different secrets; or the carried one opens, the server no longer honours it, and what it sets then opens under
 * another secret or none. As long as requests only read, Rails sends no Set-Cookie, and the dead cookie goes on being sent.
 */
export const secretChanged: Cause = {
  cause: 'secret-changed',
  explain(loss, site) {
    const { history } = loss;
    if (loss.kind === 'signed-out' || loss.kind === 'refused') return null;
    const change = sealChange(loss, site);
    if (change !== null) {
      const { before, after } = change;
      if (before.key.secretId === after.key.secretId) return null;
      return verdict(loss, 'certain', [opensWith(before), opensWith(after)], ['session-reset', 'server-revoked', 'timed-out']);
    }
    return history === null ? null : halfKnown(loss, history);
  },
};

/** Only one of the two secrets is known: what this server set does not open and what it sets does, or the reverse. */
function halfKnown(loss: Loss, history: SessionHistory): Verdict | null {
  const { step } = loss;
  const carried = step.carried[0]?.reading ?? null;
  const setter = setterOf(history, history.carried(step));
  const next = firstSet(history, step);
  if (carried === null || next === null || (setter !== null && originOf(setter.exchange) !== originOf(step.exchange))) return null;
  const [before, after] = [sealing(step, carried), sealing(next.step, next.reading)];
  const isClosed = next.reading.failure === 'wrong-key' || next.reading.failure === 'tampered';
  if (before !== null && isClosed)
    return verdict(loss, 'likely', [opensWith(before), [next.step, { kind: 'does-not-open' }]], ['session-reset']);
  const wasClosed = carried.failure === 'wrong-key' && setter !== null;
  return after !== null && wasClosed
    ? verdict(loss, 'likely', [[step, { kind: 'does-not-open' }], opensWith(after)], ['session-reset'])
    : null;
}

/** What the same application sets first from this exchange on. */
function firstSet(history: SessionHistory, from: HistoryStep): { readonly step: HistoryStep; readonly reading: Reading } | null {
  for (const step of history.steps.slice(history.steps.indexOf(from))) {
    if (originOf(step.exchange) !== originOf(from.exchange)) continue;
    const reading = history.set(step).findLast(({ deleted }) => !deleted)?.reading ?? null;
    if (reading !== null) return { step, reading };
  }
  return null;
}
