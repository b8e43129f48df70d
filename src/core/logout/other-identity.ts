import type { SessionHistory } from '../session/history.ts';
import { isSignedIn } from '../session/version.ts';
import { startsOver } from './answer.ts';
import { stepById } from './history-index.ts';
import { keptBy } from './kept-line.ts';
import type { Loss } from './loss.ts';

/** Whether somebody stays signed in by another cookie of the same application: a remember-me cookie goes, or brings the session back. */
export function goesOn(loss: Loss, histories: readonly SessionHistory[]): boolean {
  const { step, history } = loss;
  if (history === null || startsOver(step) || loss.kind === 'refused' || loss.kind === 'overflow') return false;
  return histories.some((other) => {
    if (other === history || !(isToken(other) || isToken(history))) return false;
    const there = stepById(other, step.exchange.id);
    if (there === null) return false;
    const session = keptBy(other, there)?.version ?? other.carried(there);
    // A sealed session goes on; what only remembers is not needed for it.
    if (loss.kind === 'not-sent' && isRemembering(history) && session?.reading?.role === 'session') return isSignedIn(session) !== false;
    return isSignedIn(session) === true;
  });
}

/** Signs in by itself, beside the session. */
function isToken({ versions }: SessionHistory): boolean {
  return versions.some(({ reading }) => reading?.role === 'remember-token' || reading?.role === 'rails8-session-id');
}

const isRemembering = ({ versions }: SessionHistory): boolean => versions.some(({ reading }) => reading?.role === 'remember-token');
