import { headerValues } from '../http/exchange.ts';
import type { SessionHistory } from '../session/history.ts';
import type { HistoryStep } from '../session/history-step.ts';
import type { SiteTraffic } from '../session/site-traffic.ts';
import { isSignedIn } from '../session/version.ts';
import { isFromBrowserCache, isRedirect, isSignIn, isSignInAttempt, startsOver } from './answer.ts';
import { stepById } from './history-index.ts';
import type { Loss } from './loss.ts';
import { headerOf, isNavigation, originOf } from './request-kind.ts';
import { asksSignOut } from './sign-paths.ts';

/** Sign-ins whose answer sets no session, so that the next page knows nothing of them. Who is sent back tries again; that is one loss. */
export function signInsNeverSet(histories: readonly SessionHistory[], { steps }: SiteTraffic): readonly Loss[] {
  const origins = new Map<string, HistoryStep[]>();
  for (const step of steps) {
    if (isFromBrowserCache(step) || !(isNavigation(step.exchange) || isSignInAttempt(step))) continue;
    const origin = originOf(step.exchange);
    const visited = origins.get(origin) ?? [];
    visited.push(step);
    origins.set(origin, visited);
  }
  return [...origins.values()].flatMap((visited) => {
    for (const [index, step] of visited.entries()) {
      const loss = isSignInAttempt(step) ? neverSet(histories, step, pagesAfter(visited, index)) : null;
      if (loss !== null) return [loss];
    }
    return [];
  });
}

/** A later page may have other reasons to send back. */
const SOON = 10 * 60 * 1000;
const MOST_PAGES = 20;

/** What is visited next, until somebody signs in or out. */
function pagesAfter(visited: readonly HistoryStep[], index: number): readonly HistoryStep[] {
  const signIn = visited[index];
  const later = visited.slice(index + 1, index + 1 + MOST_PAGES);
  const end = later.findIndex(
    (step) =>
      isSignInAttempt(step) || asksSignOut(step.exchange, step.path) || step.exchange.startedAt - (signIn?.exchange.startedAt ?? 0) > SOON,
  );
  return end < 0 ? later : later.slice(0, end);
}

function neverSet(histories: readonly SessionHistory[], step: HistoryStep, pages: readonly HistoryStep[]): Loss | null {
  const { exchange } = step;
  const [next] = pages;
  const setsNothing = headerValues(exchange.responseHeaders, 'set-cookie').length === 0 && sessionsAt(histories, step).length === 0;
  if (setsNothing && exchange.errorPage === 'InvalidAuthenticityToken' && step.expectation !== null) return lost(step, step);
  if (next === undefined || !isSignIn(step) || !isRedirect(exchange.status)) return null;
  if (headerOf(next.exchange, 'authorization') !== null) return null;
  if (setsNothing) {
    if (sessionsAt(histories, next).length > 0) return null;
    // Where the recording shows no cookies at all, only an answer that starts over tells.
    const shown = next.expectation !== null ? next : pages.find(startsOver);
    return shown === undefined || sessionsAt(histories, shown).length > 0 ? null : lost(shown, step);
  }
  // A session without anybody in it, and the next page sends back to the sign-in.
  const [history] = sessionsAt(histories, step);
  const there = history === undefined ? null : stepById(history, exchange.id);
  if (history === undefined || there === null || !startsOver(next)) return null;
  const after = history.set(there).at(-1) ?? history.carried(there);
  const isEmpty = after !== null && isSignedIn(after) === false && !after.deleted;
  return isEmpty && !histories.some((other) => isSignInSeen(other, exchange.id)) ? { ...lost(next, step), history, after } : null;
}

const lost = (step: HistoryStep, signIn: HistoryStep): Loss => ({
  kind: 'never-set',
  step,
  history: null,
  before: null,
  after: null,
  culprit: signIn,
});

/** The session cookies that this exchange carries or sets. */
function sessionsAt(histories: readonly SessionHistory[], { exchange }: HistoryStep): readonly SessionHistory[] {
  return histories.filter((history) => {
    const there = stepById(history, exchange.id);
    return there !== null && (there.carried.length > 0 || there.lines.length > 0);
  });
}

/** Some cookie signs in at this exchange, or may. */
function isSignInSeen(history: SessionHistory, exchangeId: string): boolean {
  const step = stepById(history, exchangeId);
  if (step === null) return false;
  return [history.carried(step), ...history.set(step)].some((version) => version !== null && isSignedIn(version) !== false);
}
