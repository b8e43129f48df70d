import { byteCount } from '../findings/byte-count.ts';
import { configurationText } from './configuration-text.ts';
import type { EvidenceFact } from './logout.ts';
import { REFUSED_BECAUSE } from './refusal-text.ts';
import { type ClockText, durationText } from './time-text.ts';

/** What one exchange shows, in one sentence. */
export function evidenceText(fact: EvidenceFact, clock: ClockText): string {
  switch (fact.kind) {
    case 'signed-in':
      return 'This request signed in.';
    case 'carried-signed-in':
      return 'The request carried a session in which somebody is signed in.';
    case 'set-signed-in':
      return 'The response set a session in which somebody is signed in.';
    case 'set-without-identity':
      return 'The response set a session in which nobody is signed in.';
    case 'set-another-session-id':
      return 'The response set a session with another session_id: the server began a new one.';
    case 'deleted':
      return 'The response deleted the cookie.';
    case 'refused':
      return `The browser refused the cookie (${byteCount(fact.wire)}) because ${REFUSED_BECAUSE[fact.reason]}.`;
    case 'not-carried':
      return fact.setAt === null
        ? 'The request did not carry the cookie.'
        : `The request did not carry the cookie that was set at ${clock(fact.setAt)}.`;
    case 'withheld':
      return `The browser kept the cookie back: ${WITHHELD.get(fact.reason) ?? fact.reason}.`;
    case 'carried-old-version':
      return fact.setAt === null
        ? 'The request carried an older version of the session.'
        : `The request carried an older version of the session, set at ${clock(fact.setAt)}.`;
    case 'starts-over':
      return `The answer (${fact.status}) treats the visitor as signed out.`;
    case 'error-page':
      return `The answer is an error (${fact.status}) whose page names ${fact.page}.`;
    case 'opens-with':
      return `The session opens with the secret “${fact.label}” (${configurationText(fact.configuration)}).`;
    case 'does-not-open':
      return 'None of the secrets opens this session.';
    case 'no-set-cookie':
      return 'The response did not set the cookie.';
    case 'sign-out-request':
      return 'This request asks to be signed out.';
    case 'cookies-missing':
      return 'The recording has no cookies at all: it was exported without sensitive data, and without them nothing more can be said.';
    case 'overlapped':
      return 'This request and another were under way at the same time, and both had begun from the same session.';
    case 'gap':
      return `Nothing was requested for ${durationText(fact.milliseconds)} before this.`;
    case 'expired-at':
      return `It had expired at ${clock(fact.at)}.`;
    case 'rails-counted':
      return `Rails counted ${byteCount(fact.bytes)}, before percent-encoding, and was content.`;
    case 'heavy-key':
      return `The key “${fact.key}” costs ${byteCount(fact.wire)} of it.`;
    case 'another-host':
      return `The request went to ${fact.host}; the cookie belongs to ${fact.cookieHost}.`;
    case 'another-path':
      return `The request went to ${fact.path}; the cookie is only sent below ${fact.cookiePath}.`;
    case 'another-application':
      return `The cookie was set by ${fact.origin}; the session came from ${fact.cookieOrigin}.`;
    case 'carried-twice':
      return `The request carried ${fact.times} cookies of this name; the server reads the first.`;
    case 'in-frame':
      return 'The page is a frame inside another site.';
    case 'serialized-with':
      return `The session is written with ${fact.serializer}.`;
    case 'sealed-for':
      return `The session was sealed for another cookie (${fact.purpose}).`;
    case 'altered':
      return 'The request carried a value that no response had set.';
    case 'idle':
      return `The session says that it was last used ${durationText(fact.milliseconds)} earlier.`;
    case 'not-a-visit':
      return fact.as === 'prefetch'
        ? 'The browser fetched this ahead of time: nobody had clicked.'
        : 'The browser fetched this as a part of a page: nobody had clicked.';
    case 'from-cache':
      return `The response came out of a cache (${fact.field}).`;
    case 'cookie-count':
      return `The site has ${fact.count} cookies.`;
    case 'unknown-id':
      return 'The server did not know the id that it was sent.';
  }
}

/** Why a cookie was not sent; the reasons of the storage model. */
const WITHHELD: ReadonlyMap<string, string> = new Map([
  ['domain', 'it belongs to another host'],
  ['path', 'its Path does not cover this address'],
  ['secure', 'it is Secure, and the request went over plain http'],
  ['same-site', 'its SameSite does not allow a request that comes from another site'],
  ['expired', 'it had expired'],
  ['partition', 'it belongs to the frames of another page'],
  ['credentials', 'the request was made without credentials'],
]);
