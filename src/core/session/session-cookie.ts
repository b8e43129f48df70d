import type { Reading, Recognition } from '../readers/reader.ts';
import { asHash, keyNames } from './hash.ts';

/** What can be known about a cookie when its role is asked: name as text, flags, and what a reader made of the value. */
export interface SessionEvidence {
  readonly name: string;
  /** Null for a cookie that was only seen in a request, where flags are not sent. */
  readonly httpOnly: boolean | null;
  /** Fetched from another site than the inspected page, not by following a link. */
  readonly thirdParty: boolean;
  readonly recognition: Recognition | null;
  readonly reading: Reading | null;
}

/**
 * The catalogue's "session cookie": opened as a session, or looks like one although it could not be (name or value shape).
 * 32 hex digits count only with HttpOnly or a session-like name, from the inspected site: analytics cookies look the same.
 */
export function isSessionCookie(evidence: SessionEvidence): boolean {
  const { name, reading, recognition } = evidence;
  if (isSignInToken(name)) return true;
  const data = reading?.data ?? null;
  const hash = asHash(data);
  if (data !== null) return hash !== null && (hasSessionName(name) || keyNames(hash).some(isSessionKey));
  if (recognition?.layout === 'store-id') return !evidence.thirdParty && (evidence.httpOnly === true || hasSessionName(name));
  if (recognition?.layout === 'encrypted-gcm' || recognition?.layout === 'encrypted-cbc') return true;
  return hasSessionName(name);
}

/** Cookies that sign a user in by themselves, outside the session: Rails 8's signed `session_id`, Devise's `remember_user_token`. */
export function isSignInToken(name: string): boolean {
  return /^(__(Host|Secure)-)?(session_id|remember_\w+_token)$/.test(name);
}

/** `session`, `sess`, `sid` as a word of the name (`_app_session`, `rack.session`, `connect.sid`), or `PHPSESSID` and its like. */
export function hasSessionName(name: string): boolean {
  const words = name.replace(/([a-z])(?=[A-Z])/g, '$1 ').split(/[^A-Za-z0-9]+/);
  return words.some((word) => /^(sess|session|sid)$/i.test(word) || /sess(ion)?_?id$/i.test(word));
}

/** Keys that Rails, its flash, its forgery protection and Warden put into every kind of session. */
function isSessionKey(key: string): boolean {
  return key === 'session_id' || key === '_csrf_token' || key === 'flash' || key.startsWith('warden.user.');
}
