import type { Finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import type { CookieSubject, ExchangeSubject } from '../subject.ts';
import { authorizationInSession } from './authorization-in-session.ts';
import { cookieOverflow } from './cookie-overflow.ts';
import { heavyKey } from './heavy-key.ts';
import { missingHttponly } from './missing-httponly.ts';
import { missingSamesite } from './missing-samesite.ts';
import { missingSecure } from './missing-secure.ts';
import { nearLimit } from './near-limit.ts';
import { partialSignOut } from './partial-sign-out.ts';
import { readableSession } from './readable-session.ts';
import { recordSnapshot } from './record-snapshot.ts';
import { samesiteNoneInsecure } from './samesite-none-insecure.ts';
import { sensitiveInSession } from './sensitive-in-session.ts';
import { sessionFixation } from './session-fixation.ts';
import { silentDrop } from './silent-drop.ts';

/** In the order in which findings of one place are shown, where they are equally severe: what breaks, what is exposed, what may come. */
export const rules: readonly Rule[] = [
  silentDrop,
  cookieOverflow,
  samesiteNoneInsecure,
  readableSession,
  sensitiveInSession,
  sessionFixation,
  missingHttponly,
  missingSecure,
  missingSamesite,
  nearLimit,
  partialSignOut,
  authorizationInSession,
  recordSnapshot,
  heavyKey,
];

export function checkCookie(subject: CookieSubject): readonly Finding[] {
  return rules.flatMap((rule) => (rule.about === 'cookie' ? rule.check(subject) : []));
}

export function checkExchange(subject: ExchangeSubject): readonly Finding[] {
  return rules.flatMap((rule) => (rule.about === 'exchange' ? rule.check(subject) : []));
}
