import { stepById } from '../history-index.ts';
import type { Cause } from '../loss.ts';
import { verdict } from '../verdict.ts';

/** The sealed purpose names another cookie (`cookie._old_session`): the session key was renamed, or the value copied. */
export const purposeMismatch: Cause = {
  cause: 'purpose-mismatch',
  explain(loss, { histories }) {
    const { step, history } = loss;
    if (loss.kind === 'signed-out') return null;
    const reading = step.carried[0]?.reading ?? null;
    if (reading?.failure === 'purpose-mismatch' && reading.purpose !== null)
      return verdict(
        loss,
        'certain',
        [[step, { kind: 'sealed-for', purpose: reading.purpose }]],
        ['tampered', 'secret-changed', 'session-reset'],
      );
    const key = reading?.key ?? null;
    if (history === null || key === null || reading?.role !== 'session' || reading.purpose === null) return null;
    // The new name is set for the first time where the old one was lost, with the same key, and the old one never again.
    const isLeft = history.steps.every((each) => each.landedAt < step.exchange.startedAt || each.lines.length === 0);
    const isRenamed = histories.some((other) => {
      const there = other === history ? null : stepById(other, step.exchange.id);
      const set = there && other.set(there).at(-1);
      const first = other.versions[0];
      return set != null && set === first && set.reading?.key?.secretId === key.secretId && set.reading.role === 'session';
    });
    return isLeft && isRenamed
      ? verdict(loss, 'likely', [[step, { kind: 'sealed-for', purpose: reading.purpose }]], ['secret-changed'])
      : null;
  },
};
