import type { Finding } from '../finding.ts';
import type { HistoryFinding, Rule } from '../rule.ts';
import type { CookieSubject, ExchangeSubject, HistorySubject } from '../subject.ts';
import { attributeMalformed } from './attribute-malformed.ts';
import { authorizationInSession } from './authorization-in-session.ts';
import { cookieHeaderTooLarge } from './cookie-header-too-large.ts';
import { cookieOverflow } from './cookie-overflow.ts';
import { cookieRefused } from './cookie-refused.ts';
import { csrfRejected } from './csrf-rejected.ts';
import { domainTooBroad } from './domain-too-broad.ts';
import { duplicateSetCookie } from './duplicate-set-cookie.ts';
import { flashNotSwept } from './flash-not-swept.ts';
import { growingSession } from './growing-session.ts';
import { heavyKey } from './heavy-key.ts';
import { largeSession } from './large-session.ts';
import { longLivedSession } from './long-lived-session.ts';
import { lostUpdate } from './lost-update.ts';
import { marshalSerializer } from './marshal-serializer.ts';
import { missingHttponly } from './missing-httponly.ts';
import { missingSamesite } from './missing-samesite.ts';
import { missingSecure } from './missing-secure.ts';
import { nearLimit } from './near-limit.ts';
import { oldSecretInUse } from './old-secret-in-use.ts';
import { outdatedCipher } from './outdated-cipher.ts';
import { partialSignOut } from './partial-sign-out.ts';
import { prefixAvailable } from './prefix-available.ts';
import { prefixViolated } from './prefix-violated.ts';
import { readableSession } from './readable-session.ts';
import { recordSnapshot } from './record-snapshot.ts';
import { replayedSession } from './replayed-session.ts';
import { rewrittenUnchanged } from './rewritten-unchanged.ts';
import { samesiteNoneInsecure } from './samesite-none-insecure.ts';
import { samesiteUnknown } from './samesite-unknown.ts';
import { sensitiveInSession } from './sensitive-in-session.ts';
import { sessionFixation } from './session-fixation.ts';
import { sessionOnCacheableResponse } from './session-on-cacheable-response.ts';
import { shadowedCookie } from './shadowed-cookie.ts';
import { silentDrop } from './silent-drop.ts';
import { staleSnapshot } from './stale-snapshot.ts';

/** In the order of `FINDING_ORDER`. */
export const rules: readonly Rule[] = [
  silentDrop,
  cookieOverflow,
  lostUpdate,
  prefixViolated,
  samesiteNoneInsecure,
  cookieRefused,
  shadowedCookie,
  cookieHeaderTooLarge,
  sessionOnCacheableResponse,
  readableSession,
  sensitiveInSession,
  sessionFixation,
  replayedSession,
  csrfRejected,
  partialSignOut,
  staleSnapshot,
  growingSession,
  flashNotSwept,
  missingHttponly,
  missingSecure,
  missingSamesite,
  samesiteUnknown,
  domainTooBroad,
  duplicateSetCookie,
  attributeMalformed,
  nearLimit,
  authorizationInSession,
  recordSnapshot,
  oldSecretInUse,
  marshalSerializer,
  longLivedSession,
  largeSession,
  outdatedCipher,
  prefixAvailable,
  rewrittenUnchanged,
  heavyKey,
];

export function checkCookie(subject: CookieSubject): readonly Finding[] {
  return rules.flatMap((rule) => (rule.about === 'cookie' ? rule.check(subject) : []));
}

export function checkExchange(subject: ExchangeSubject): readonly Finding[] {
  return rules.flatMap((rule) => (rule.about === 'exchange' ? rule.check(subject) : []));
}

export function checkHistory(subject: HistorySubject): readonly HistoryFinding[] {
  return rules.flatMap((rule) => (rule.about === 'cookie' ? [] : (rule.checkHistory?.(subject) ?? [])));
}
