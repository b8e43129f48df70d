import type { SessionHistory } from '../session/history.ts';
import type { HistoryStep } from '../session/history-step.ts';
import { isSignedIn } from '../session/version.ts';
import { isRedirect, isSignInAttempt, isSuccess, startsOver } from './answer.ts';
import { hasSafeMethod, isNavigation, isPrefetch, originOf } from './request-kind.ts';
import { isSignInPath } from './sign-paths.ts';
import type { Watched } from './watched.ts';

/** As many exchanges are looked ahead. */
const MOST = 200;

/**
 * Whether the visits after a redirect to the sign-in, and before the next sign-in, show that somebody is signed in all the same, and was
 * only not allowed there: the server writes the identity again, the sign-in page sends them away again, or, for a sealed session, what was answered before is answered again
 * while what turned them away never was.
 */
export function isStillSignedIn(watched: Watched, step: HistoryStep): boolean {
  const mayBeForbidden = watched.signedIn?.known === false && !watched.wasAnswered(step);
  for (const next of stepsAfter(watched.history, step)) {
    if (isSignInAttempt(next)) return false;
    if (watched.history.set(next).some((version) => isSignedIn(version) === true)) return true;
    if (isSignInPath(next.path) && hasSafeMethod(next.exchange) && isRedirect(next.exchange.status)) return true;
    if (mayBeForbidden && !isSignInPath(next.path) && isSuccess(next) && watched.wasAnswered(next)) return true;
    if (startsOver(next) && watched.wasAnswered(next)) return false;
  }
  return false;
}

function stepsAfter({ steps }: SessionHistory, from: HistoryStep): readonly HistoryStep[] {
  const index = steps.indexOf(from);
  return steps
    .slice(index + 1, index + 1 + MOST)
    .filter((step) => isNavigation(step.exchange) && !isPrefetch(step.exchange) && originOf(step.exchange) === originOf(from.exchange));
}
