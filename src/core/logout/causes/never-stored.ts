import { isSignIn, isSuccess, startsOver } from '../answer.ts';
import { stepById } from '../history-index.ts';
import type { Cause, Loss } from '../loss.ts';
import { originOf } from '../request-kind.ts';
import { idAnswers } from '../session-ids.ts';
import { verdict } from '../verdict.ts';

/** The sign-in sets no session that lasts: null store, `:skip`, API-only application, the development cache switched off. */
export const neverStored: Cause = {
  cause: 'never-stored',
  explain(loss) {
    const { step, kind, history, before, culprit } = loss;
    if (kind === 'never-set') {
      const signIn = culprit ?? step;
      return verdict(
        loss,
        history === null ? 'likely' : 'possible',
        [[signIn, { kind: 'no-set-cookie' }]],
        history === null ? [] : ['secret-changed'],
      );
    }
    if (history === null || before === null || !['another-id', 'reset', 'not-honoured'].includes(kind)) return null;
    const answers = idAnswers(history, originOf(step.exchange));
    if (answers.every(({ step: at }) => at !== step))
      return isUnwritten(loss) ? verdict(loss, 'likely', [[before.step, { kind: 'no-set-cookie' }]], ['server-revoked']) : null;
    // The first request after the sign-in that used the id was answered as if it were new, and so was every other.
    const since = answers.filter(
      ({ step: at }) => at.exchange.startedAt >= before.since && at.exchange.startedAt <= step.exchange.startedAt,
    );
    const isNeverKnown = since.every(({ step: at, answer }) => answer === 'new' || startsOver(at) || !isSuccess(at));
    const isTwice = answers.filter(({ answer }) => answer === 'new').length > 1 || since.length === 1;
    return isNeverKnown && isTwice
      ? verdict(loss, 'likely', [[step, { kind: 'unknown-id' }]], ['store-evicted', 'store-not-shared'])
      : null;
  },
};

/** The sign-in left a session that is all in the cookie as it was. */
function isUnwritten({ kind, before, history }: Loss): boolean {
  if (kind !== 'not-honoured' || before === null || before.known || history === null) return false;
  const there = stepById(history, before.step.exchange.id);
  return there !== null && isSignIn(there) && there.lines.length === 0 && before.version === history.carried(there);
}
