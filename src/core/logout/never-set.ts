import { headerValues } from '../http/exchange.ts';
import type { SessionHistory } from '../session/history.ts';
import type { HistoryStep } from '../session/history-step.ts';
import type { SiteTraffic } from '../session/site-traffic.ts';
import { isSignedIn } from '../session/version.ts';
import { isFromBrowserCache, isRedirect, isSignIn, isSignInAttempt, startsOver } from './answer.ts';
import { stepById } from './history-index.ts';
import type { Loss } from './loss.ts';
import { headerOf, isNavigation, originOf } from './request-kind.ts';

/** Sign-ins whose answer sets no session, so that the next page knows nothing of them. */
export function signInsNeverSet(histories: readonly SessionHistory[], { steps }: SiteTraffic): readonly Loss[] {
  const losses: Loss[] = [];
  let lostAt: string | null = null;
  // From the end, so that the next page is known.
  const next = new Map<string, HistoryStep>();
  for (const step of steps.toReversed()) {
    const origin = originOf(step.exchange);
    const loss = neverSet(histories, step, next.get(origin) ?? null);
    if (loss !== null) losses.push(loss);
    if (isNavigation(step.exchange) && !isFromBrowserCache(step)) next.set(origin, step);
  }
  // Who is sent back tries again; that is one loss.
  return losses.reverse().filter(({ step }) => {
    const origin = originOf(step.exchange);
    const isNew = lostAt !== origin;
    lostAt = origin;
    return isNew;
  });
}

function neverSet(histories: readonly SessionHistory[], step: HistoryStep, next: HistoryStep | null): Loss | null {
  const { exchange } = step;
  const hasSession = (at: HistoryStep): boolean =>
    histories.some((history) => {
      const there = stepById(history, at.exchange.id);
      return there !== null && (there.carried.length > 0 || there.lines.length > 0);
    });
  const lost = (at: HistoryStep): Loss => ({ kind: 'never-set', step: at, history: null, before: null, after: null, culprit: step });
  const setsNothing = headerValues(exchange.responseHeaders, 'set-cookie').length === 0 && !hasSession(step);
  if (setsNothing && exchange.errorPage === 'InvalidAuthenticityToken' && isSignInAttempt(step) && step.expectation !== null)
    return lost(step);
  if (next === null || !isSignIn(step) || !isRedirect(exchange.status) || headerOf(next.exchange, 'authorization') !== null) return null;
  if (setsNothing) return !hasSession(next) && (next.expectation !== null || startsOver(next)) ? lost(next) : null;
  // A session without anybody in it, and the next page sends back to the sign-in.
  const history = histories.find((candidate) => {
    const there = stepById(candidate, exchange.id);
    return there !== null && (there.lines.length > 0 || there.carried.length > 0);
  });
  if (history === undefined || !startsOver(next)) return null;
  const there = stepById(history, exchange.id);
  const after = there && (history.set(there).at(-1) ?? history.carried(there));
  const isEmpty = after !== null && isSignedIn(after) === false && !after.deleted;
  return isEmpty && !histories.some((other) => isSignInSeen(other, exchange.id)) ? { ...lost(next), history, after } : null;
}

/** Some cookie signs in at this exchange, or may. */
function isSignInSeen(history: SessionHistory, exchangeId: string): boolean {
  const step = stepById(history, exchangeId);
  if (step === null) return false;
  return [history.carried(step), ...history.set(step)].some((version) => version !== null && isSignedIn(version) !== false);
}
