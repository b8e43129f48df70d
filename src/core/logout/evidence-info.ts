import { byteCount } from '../findings/byte-count.ts';
import { counted, type MessageKey, message } from '../message.ts';
import { configurationText } from './configuration-text.ts';
import type { EvidenceFact } from './logout.ts';
import { REFUSED_BECAUSE } from './refusal-text.ts';
import { type ClockText, durationText } from './time-text.ts';

/** What one exchange shows, in one sentence. */
export function evidenceText(fact: EvidenceFact, clock: ClockText): string {
  switch (fact.kind) {
    case 'signed-in':
      return message('evidenceSignedIn');
    case 'carried-signed-in':
      return message('evidenceCarriedSignedIn');
    case 'set-signed-in':
      return message('evidenceSetSignedIn');
    case 'set-without-identity':
      return message('evidenceSetWithoutIdentity');
    case 'set-another-session-id':
      return message('evidenceSetAnotherSessionId');
    case 'deleted':
      return message('evidenceDeleted');
    case 'refused':
      return message('evidenceRefused', byteCount(fact.wire), message(REFUSED_BECAUSE[fact.reason]));
    case 'not-carried':
      return fact.setAt === null ? message('evidenceNotCarried') : message('evidenceNotCarriedSetAt', clock(fact.setAt));
    case 'withheld':
      return withheldText(fact.reason);
    case 'carried-old-version':
      return fact.setAt === null ? message('evidenceCarriedOldVersion') : message('evidenceCarriedOldVersionSetAt', clock(fact.setAt));
    case 'starts-over':
      return message('evidenceStartsOver', fact.status);
    case 'error-page':
      return message('evidenceErrorPage', fact.status, fact.page);
    case 'opens-with':
      return message('evidenceOpensWith', fact.label, configurationText(fact.configuration));
    case 'does-not-open':
      return message('evidenceDoesNotOpen');
    case 'no-set-cookie':
      return message('evidenceNoSetCookie');
    case 'sign-out-request':
      return message('evidenceSignOutRequest');
    case 'cookies-missing':
      return message('evidenceCookiesMissing');
    case 'overlapped':
      return message('evidenceOverlapped');
    case 'gap':
      return message('evidenceGap', durationText(fact.milliseconds));
    case 'expired-at':
      return message('evidenceExpiredAt', clock(fact.at));
    case 'rails-counted':
      return message('evidenceRailsCounted', byteCount(fact.bytes));
    case 'heavy-key':
      return message('evidenceHeavyKey', fact.key, byteCount(fact.wire));
    case 'another-host':
      return message('evidenceAnotherHost', fact.host, fact.cookieHost);
    case 'another-path':
      return message('evidenceAnotherPath', fact.path, fact.cookiePath);
    case 'another-application':
      return message('evidenceAnotherApplication', fact.origin, fact.cookieOrigin);
    case 'carried-twice':
      return counted('evidenceCarriedTwice', fact.times);
    case 'in-frame':
      return message('evidenceInFrame');
    case 'serialized-with':
      return message('evidenceSerializedWith', fact.serializer);
    case 'sealed-for':
      return message('evidenceSealedFor', fact.purpose);
    case 'altered':
      return message('evidenceAltered');
    case 'idle':
      return message('evidenceIdle', durationText(fact.milliseconds));
    case 'not-a-visit':
      return message(fact.as === 'prefetch' ? 'evidencePrefetched' : 'evidenceSubresource');
    case 'from-cache':
      return message('evidenceFromCache', fact.field);
    case 'cookie-count':
      return counted('evidenceCookieCount', fact.count);
    case 'unknown-id':
      return message('evidenceUnknownId');
  }
}

/** Why a cookie was not sent; the reasons of the storage model. */
const WITHHELD: ReadonlyMap<string, MessageKey> = new Map([
  ['domain', 'evidenceWithheldDomain'],
  ['path', 'evidenceWithheldPath'],
  ['secure', 'evidenceWithheldSecure'],
  ['same-site', 'evidenceWithheldSameSite'],
  ['expired', 'evidenceWithheldExpired'],
  ['partition', 'evidenceWithheldPartition'],
  ['credentials', 'evidenceWithheldCredentials'],
]);

function withheldText(reason: string): string {
  const known = WITHHELD.get(reason);
  return known === undefined ? message('evidenceWithheld', reason) : message(known);
}
