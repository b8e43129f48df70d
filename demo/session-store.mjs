/**
 * One cookie's worth of configuration: what a Rails application says in `config.session_store :cookie_store, …` and around it.
 *
 * @typedef {import('./rails-session.mjs').Session} Session
 * @typedef {import('./rails-session.mjs').Cipher} Cipher
 *
 * @typedef {object} StoreOptions
 * @property {string} name
 * @property {string} [path]
 * @property {string} [secret]
 * @property {string} [oldSecret]  a rotation: still read, rewritten with `secret`
 * @property {Cipher} [cipher]
 * @property {'sha256' | 'sha1'} [digest]
 * @property {number} [expireAfter]  seconds
 * @property {boolean} [httpOnly]
 * @property {boolean} [secure]
 * @property {boolean} [assumeSsl]  Rails believes that the request came over https
 * @property {'lax' | 'strict' | 'none' | 'omit'} [sameSite]
 *
 * @typedef {{ session: Session, found: boolean, rotated: boolean }} LoadedSession
 */
import { randomBytes } from 'node:crypto';
import { MAX_COOKIE_BYTES, measureCookie, setCookieLine } from './rack-cookie.mjs';
import { openSession, sealSession } from './rails-session.mjs';
import { DEMO_SECRET } from './secrets.mjs';

/** ActionDispatch::Cookies::CookieOverflow: the session does not fit, nothing is sent. */
export class CookieOverflow extends Error {
  /** @param {string} name @param {number} size  bytes of name and value before percent-encoding, as Rails 8.1 counts */
  constructor(name, size) {
    super(`${name} cookie overflowed with size ${size} bytes`);
  }
}

/** ActionDispatch::Session::CookieStore: the whole session travels in one cookie. */
export class SessionStore {
  /** @param {StoreOptions} options */
  constructor(options) {
    this.options = options;
    this.name = options.name;
    this.path = options.path ?? '/';
  }

  /**
   * The session that a request carried, or an empty one.
   * @param {Map<string, string>} cookies
   * @param {Date} now
   * @returns {LoadedSession}
   */
  load(cookies, now) {
    const { name, secret = DEMO_SECRET, oldSecret, digest = 'sha256' } = this.options;
    const value = cookies.get(name);
    if (!value) return { session: {}, found: false, rotated: false };
    const current = openSession(value, { name, secret, digest, now });
    if (current) return { session: current, found: true, rotated: false };
    const old = oldSecret ? openSession(value, { name, secret: oldSecret, digest, now }) : null;
    return { session: old ?? {}, found: old !== null, rotated: old !== null };
  }

  /** Whether Rails commits the session to a request that came over plain http. */
  get commits() {
    return !this.options.secure || this.options.assumeSsl === true;
  }

  /**
   * The cookie value of a session, sealed anew, as it goes on the wire.
   * @param {Session} session
   * @param {Date} now
   */
  seal(session, now) {
    const { name, secret = DEMO_SECRET, digest = 'sha256', cipher = 'gcm' } = this.options;
    const { session_id = randomBytes(16).toString('hex'), ...rest } = session;
    return sealSession({ session_id, ...rest }, { name, secret, digest, cipher, expiresAt: this.#expiry(now) });
  }

  /**
   * The Set-Cookie line of a session. Throws `CookieOverflow` where Rails raises it.
   * @param {Session} session
   * @param {Date} now
   */
  line(session, now) {
    const { name, path, httpOnly = true, secure = false, sameSite = 'lax' } = this.options;
    const value = this.seal(session, now);
    const { rails } = measureCookie(name, value);
    if (rails > MAX_COOKIE_BYTES) throw new CookieOverflow(name, rails);
    const expires = this.#expiry(now);
    const attributes = { path: path ?? '/', httpOnly, secure, ...(expires && { expires }), ...(sameSite !== 'omit' && { sameSite }) };
    return setCookieLine(name, value, attributes);
  }

  /** @param {Date} now */
  #expiry(now) {
    const { expireAfter } = this.options;
    return expireAfter === undefined ? null : new Date(now.getTime() + expireAfter * 1000);
  }
}
