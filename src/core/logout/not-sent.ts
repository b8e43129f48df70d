import type { HistoryStep } from '../session/history-step.ts';
import type { Version } from '../session/version.ts';
import { startsOver } from './answer.ts';
import { isCarriedAfter } from './history-index.ts';
import type { LossKind } from './loss.ts';
import { isNavigation, isPrefetch, isSubresource } from './request-kind.ts';
import { isInScope, isSameToPeople } from './scope.ts';
import type { Watched } from './watched.ts';

/**
 * Whether a request without the cookie shows that the sign-in is lost. `fresh` is a version without identity that its response set. What
 * the browser rightly keeps back for once is a loss only when the answer starts over.
 */
export function notSentAt(watched: Watched, step: HistoryStep, fresh: Version | null): LossKind | null {
  const { history, signedIn } = watched;
  const { exchange } = step;
  if (signedIn === null || signedIn.version === null || isPrefetch(exchange) || exchange.status === 0) return null;
  const isOverlapping = signedIn.at > exchange.startedAt;
  const inScope = isInScope(signedIn.version, step);
  if (isOverlapping) return fresh !== null && inScope === true && !isCarriedAfter(history, signedIn.version, step) ? 'overwritten' : null;
  const isOver = startsOver(step) || fresh !== null;
  if (step.withheld === 'credentials') return null;
  if (inScope === false || step.withheld === 'domain' || step.withheld === 'path') {
    const isElsewhere = inScope === false && step.withheld !== 'path' && signedIn.version.scope?.domain !== step.hostname;
    if (isElsewhere && !isSameToPeople(exchange.url, signedIn.step.exchange.url) && !(fresh !== null && startsOver(step))) return null;
    if (fresh !== null && isOfOtherSecret(signedIn.version, fresh)) return null;
    return isOver && !isSubresource(exchange) ? 'not-sent' : null;
  }
  // Other sites may ask for what they like; only who follows a link or sends a form misses the session.
  if (step.withheld === 'same-site') return isOver && isNavigation(exchange) ? 'not-sent' : null;
  if (step.withheld === 'secure' || step.withheld === 'partition') {
    return isOver && !isSubresource(exchange) ? 'not-sent' : null;
  }
  // Who sends it by hand after that brings nothing back.
  if (step.withheld === 'expired') return isOver || !isSubresource(exchange) ? 'not-sent' : null;
  if (isCarriedAfter(history, signedIn.version, step)) return null;
  if (step.expectation === null) return isOver && isNavigation(exchange) ? 'not-sent' : null;
  if (step.missing) return isOver || !isSubresource(exchange) ? 'not-sent' : null;
  // The browser has it no more: evicted, or cleared by a header.
  return isNavigation(exchange) || isOver ? 'not-sent' : null;
}

/** Another application, which names its session alike. */
function isOfOtherSecret(one: Version, other: Version): boolean {
  const [key, own] = [one.reading?.key ?? null, other.reading?.key ?? null];
  return key !== null && own !== null && key.secretId !== own.secretId;
}
