import type { HistoryStep } from '../session/history-step.ts';
import { isSignedIn, type Version } from '../session/version.ts';
import { isFromBrowserCache, isSignIn, isSignInAttempt, isSuccess, redirectTarget, startsOver } from './answer.ts';
import { brokenAt } from './broken-chain.ts';
import { isCarriedAfter, setterOf } from './history-index.ts';
import { keptBy, refusedBy } from './kept-line.ts';
import type { Loss, LossKind } from './loss.ts';
import { notSentAt } from './not-sent.ts';
import { hasSafeMethod, headerOf, isNavigation, isPrefetch } from './request-kind.ts';
import { isInScope, scopeText } from './scope.ts';
import { asksSignOut, isSignInPath, isSignOutPath } from './sign-paths.ts';
import { isStillSignedIn } from './still-signed-in.ts';
import type { Watched } from './watched.ts';

/** Whether this response shows that somebody who was signed in is no more, or that a sign-in did not stay; null when it does not. */
export function lossAt(watched: Watched, step: HistoryStep): Loss | null {
  const { history, signedIn } = watched;
  const carried = history.carried(step);
  const kept = keptBy(history, step)?.version ?? null;
  const loss = (kind: LossKind, after: Version | null = kept, culprit: HistoryStep | null = null): Loss => {
    const isCarriedNow = carried !== null && isSignedIn(carried) === true && carried.at > watched.lostUntil;
    const before =
      isCarriedNow && signedIn === null ? { version: carried, step, at: carried.at, since: carried.at, known: true } : signedIn;
    return { kind, step, history, before, after, culprit };
  };
  if (isFromBrowserCache(step))
    return signedIn !== null && isNavigation(step.exchange) && startsOver(step) ? loss('cached-page', null) : null;

  const isCarriedIn = carried !== null && isSignedIn(carried) === true && carried.at > watched.lostUntil;
  const isIn = isCarriedIn || (signedIn !== null && signedIn.at <= step.landedAt);
  const setsIn = kept !== null && isSignedIn(kept) === true;
  const refused = unstuckSignIn(watched, step, isCarriedIn);
  if (refused !== null) return loss('refused', refused);
  const page = step.exchange.errorPage;
  if (page === 'CookieOverflow' && !isCarriedIn && isSignInAttempt(step)) return loss('overflow', null);
  if (setsIn) return null;
  const takes = kept !== null && isSignedIn(kept) === false;
  if (asksSignOut(step.exchange, step.path)) return isSignOut(watched, step, { isIn, takes }) ? loss('signed-out') : null;
  if (!isIn)
    return lostBeforeSeen(watched, step) ? loss(isAnotherId(carried, kept) ? 'another-id' : 'not-honoured', kept, watched.culprit) : null;

  if (kept?.deleted) return isCarriedIn || isHere(watched, step) ? loss('deleted') : null;
  if (isOtherId(watched, step, kept)) return loss('another-id');
  if (takes && carried !== null && (isCarriedIn || isSignedIn(carried) === null) && !isTwin(carried, kept)) return loss('reset');
  if (takes && carried !== null && replacesSignIn(watched, kept)) return loss('overwritten');
  if (carried === null) {
    const kind = notSentAt(watched, step, takes ? kept : null);
    return kind === null ? null : loss(kind, kept, watched.culprit);
  }
  if (page === 'SessionRestoreError') return loss('error', null);
  if (isTooManyBytes(step)) return loss('rejected', null);
  if (isReplaced(watched, step, carried)) return loss('replaced', carried);
  if (!isRefusedByServer(watched, step)) return null;
  const broken = brokenAt(history, signedIn, step);
  // Nobody could see it then: a request without the cookie had begun a new session.
  return broken === null ? loss('not-honoured', kept, watched.culprit) : { ...loss('not-sent', history.carried(step)), step: broken };
}

/** A version with the sign-in that the browser did not keep, where it had none before. */
function unstuckSignIn({ history, signedIn }: Watched, step: HistoryStep, isCarriedIn: boolean): Version | null {
  const refused = refusedBy(history, step);
  if (refused === null || refused.version.deleted || isCarriedIn || keptBy(history, step) !== null || signedIn?.known) return null;
  const signs = isSignedIn(refused.version);
  if (refused.line.storage?.evidence?.carried === true || isCarriedAfter(history, refused.version, step)) return null;
  if (signs === true) return refused.version;
  return signs === null && refused.line.reading !== null && isSignIn(step) ? refused.version : null;
}

function isSignOut({ history, signedIn }: Watched, step: HistoryStep, { isIn, takes }: { isIn: boolean; takes: boolean }): boolean {
  const { status } = step.exchange;
  if (status === 0 || status >= 400) return isIn && takes;
  if (takes)
    return (
      isIn || (step.lines.some(({ deleted }) => deleted) && isSignedIn(history.carried(step)) === null && step.carried[0]?.reading != null)
    );
  // Sealed anew: what it took cannot be seen.
  if (step.lines.length === 0 || isSignedIn(history.carried(step)) !== null) return false;
  const { path, exchange } = step;
  // One of several sessions: of another device, perhaps.
  if (/\/sessions\/[^/]+$/.test(path) && !isSignOutPath(path)) {
    const target = redirectTarget(step);
    return target !== null && (target.pathname === '/' || isSignInPath(target.pathname));
  }
  return signedIn !== null || !hasSafeMethod(exchange);
}

/** Whether the deletion is of the very cookie that is signed in. */
function isHere({ signedIn }: Watched, step: HistoryStep): boolean {
  const version = signedIn?.version ?? null;
  if (version === null || version.scope === null) return step.carried.length > 0;
  return step.lines.some(({ deleted, storage }) => deleted && (storage === null || scopeText(storage.scope) === scopeText(version.scope)));
}

/** Kept beside the other, so that it takes nothing; which of the two the server reads shows when they are sent. */
function isTwin(carried: Version, kept: Version): boolean {
  return carried.scope !== null && kept.scope !== null && scopeText(carried.scope) !== scopeText(kept.scope);
}

/** A version without identity has landed where the signed-in one was. */
function replacesSignIn({ history, signedIn }: Watched, kept: Version): boolean {
  const version = signedIn?.version ?? null;
  if (version === null) return false;
  if (version.scope !== null && kept.scope !== null && scopeText(version.scope) !== scopeText(kept.scope)) return false;
  const setter = setterOf(history, kept);
  return setter === null || !isCarriedAfter(history, version, setter);
}

/** The id of a session on the server was answered with another one, and nobody signed in. */
function isOtherId({ history, signedIn }: Watched, step: HistoryStep, kept: Version | null): boolean {
  const carried = history.carried(step);
  if (!isAnotherId(carried, kept) || isSignedIn(carried) === false || signedIn === null) return false;
  if (isSignInAttempt(step) || isSignInPath(step.path)) return false;
  return startsOver(step) || hasSafeMethod(step.exchange);
}

function isAnotherId(carried: Version | null, kept: Version | null): boolean {
  if (carried?.sessionId == null || kept?.sessionId == null) return false;
  return carried.reading?.state === 'identifier' && kept.sessionId !== carried.sessionId;
}

/** The browser sends something else in place of the sign-in, and never the sign-in again. */
function isReplaced({ history, signedIn }: Watched, step: HistoryStep, carried: Version): boolean {
  const version = signedIn?.version ?? null;
  if (version === null || carried === version || isCarriedAfter(history, version, step)) return false;
  if ((signedIn?.at ?? 0) > step.exchange.startedAt || isInScope(version, step) === false) return false;
  const signs = isSignedIn(carried);
  if (signs === false) return true;
  return signs === null && carried.root && carried.reading?.failure === 'malformed';
}

/** The cookie came, and the answer is as if it had not. */
function isRefusedByServer(watched: Watched, step: HistoryStep): boolean {
  if (!startsOver(step) || step.withheld !== null) return false;
  const { signedIn } = watched;
  if ((signedIn?.at ?? 0) > step.exchange.startedAt) return false;
  return counts(watched, step) && !isStillSignedIn(watched, step);
}

/** A page that leads to the sign-in does; a part of a page only when it was answered before, since other interfaces say 401 too. */
function counts(watched: Watched, step: HistoryStep): boolean {
  return isNavigation(step.exchange) || watched.wasAnswered(step);
}

/** The recording began after the sign-in: what was answered with this session once now leads to the sign-in. */
function lostBeforeSeen(watched: Watched, step: HistoryStep): boolean {
  const { newest, lostUntil, culprit } = watched;
  if (lostUntil > Number.NEGATIVE_INFINITY || newest === null || !startsOver(step) || isPrefetch(step.exchange)) return false;
  const isSealedOrGone = isSignedIn(newest) === null ? newest.reading !== null : newest.deleted && culprit !== null;
  return isSealedOrGone && watched.wasAnswered(step) && hasSafeMethod(step.exchange) && !isSuccess(step);
}

/** So many bytes of cookies that the server gives up. */
function isTooManyBytes({ exchange: { status }, exchange }: HistoryStep): boolean {
  if (status === 431 || status === 494) return true;
  return (status === 400 || status === 413) && (headerOf(exchange, 'cookie')?.length ?? 0) > 7000;
}
