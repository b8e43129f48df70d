import { bareName, isForeignName } from '../cookie-names.ts';

/** What browsers accept: name + value as sent, in bytes (RFC 6265bis, 5.6, step 5; Chromium and Firefox agree). */
export const BROWSER_COOKIE_LIMIT = 4096;

/** What `ActionDispatch::Cookies` compares with 4096 before it raises CookieOverflow, for signed and encrypted cookies only. */
export interface OverflowRule {
  /** First version that the rule holds for; it ends where the next one starts. */
  readonly since: string;
  readonly counts: 'characters of the value' | 'bytes of the value' | 'bytes of name and value';
  /** Whether the exception's message names cookie and size. */
  readonly message: boolean;
}

/** Oldest first. The value is the raw one, before percent-encoding; the exception is raised when the number is over the limit. */
export const OVERFLOW_RULES: readonly OverflowRule[] = [
  { since: '3.0', counts: 'characters of the value', message: false },
  { since: '4.2', counts: 'bytes of the value', message: false },
  { since: '7.1', counts: 'bytes of the value', message: true },
  { since: '8.1', counts: 'bytes of name and value', message: true },
];

export const OVERFLOW_LIMIT = 4096;

/** Ends of names that Rails applications use for sessions, after a `__Host-` or similar prefix; letter case does not matter. */
const SESSION_ENDS: readonly string[] = [
  /** `config.session_store :cookie_store` without a key: `_<app>_session`. */
  '_session',
  /** Other stores without a key. */
  '_session_id',
];

/** The sign-in that Rails 8 generates. */
const SIGN_IN = 'session_id';
/** Devise's rememberable. */
const REMEMBERABLE = /^remember_.+_token$/;

/** Whether Rails would name a session, sign-in or remember-me cookie like this. The name as on the wire. */
export function isSessionName(name: string): boolean {
  const bare = bareName(name);
  if (isForeignName(name)) return false;
  if (bare.length < name.length && bare.includes('session')) return true;
  return bare === SIGN_IN || SESSION_ENDS.some((end) => bare.endsWith(end)) || REMEMBERABLE.test(bare);
}
