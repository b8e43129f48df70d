import { isSuccess } from '../answer.ts';
import type { Cause } from '../loss.ts';
import { originOf } from '../request-kind.ts';
import { type IdAnswer, idAnswers } from '../session-ids.ts';
import { verdict } from '../verdict.ts';

/** An id is alternately known and unknown: each process behind the address has a store of its own. */
export const storeNotShared: Cause = {
  cause: 'store-not-shared',
  explain(loss) {
    const { step, kind, history } = loss;
    if (history === null || !['another-id', 'reset', 'not-honoured'].includes(kind)) return null;
    const answers = idAnswers(history, originOf(step.exchange));
    const refused = answers.filter(({ answer }) => answer === 'new');
    if (answers.every(({ step: at }) => at !== step) || refused.length === 0) return null;
    const comesBack = refused.some((one) => answers.some((other) => isTakenBack(one, other)));
    const changes = answers.filter(({ answer }, index) => index > 0 && answer !== answers[index - 1]?.answer).length;
    const evidence = refused.slice(0, 4).map(({ step: at }) => [at, { kind: 'unknown-id' }] as const);
    if (comesBack) return verdict(loss, 'certain', evidence, ['store-evicted', 'never-stored']);
    return refused.length >= 2 && changes >= 3 ? verdict(loss, 'likely', evidence, ['store-evicted']) : null;
  },
};

/** The same id is known later on; where the first answer was a redirect to the sign-in, for the same page. */
function isTakenBack(one: IdAnswer, other: IdAnswer): boolean {
  if (other.id !== one.id || other.answer !== 'known' || other.step.exchange.startedAt <= one.step.landedAt) return false;
  return !one.turnedAway || (isSuccess(other.step) && other.step.path === one.step.path);
}
