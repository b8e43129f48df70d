/**
 * One request and what its answer will be.
 *
 * @typedef {import('./session-store.mjs').SessionStore} SessionStore
 * @typedef {import('./session-store.mjs').LoadedSession} LoadedSession
 * @typedef {import('./rails-session.mjs').Session} Session
 * @typedef {{ method: string, path: string, params: URLSearchParams, cookieHeader: string | undefined, now: Date, database: Database }} VisitRequest
 * @typedef {{ account: Record<string, unknown>, stored: Map<string, Session> }} Database  what the server remembers until it stops
 * @typedef {{ title: string, body: import('./html.mjs').Html, status?: number } | { redirect: string } | { json: unknown }} Answer
 */
import { readCookieHeader } from './rack-cookie.mjs';

/** What a page's handler works with: the parameters, the sessions it loads, the cookies it sends. */
export class Visit {
  /** @type {Map<SessionStore, LoadedSession>} */
  #loaded = new Map();
  /** @type {string[]} */
  #lines = [];

  /** @param {VisitRequest} request */
  constructor({ method, path, params, cookieHeader, now, database }) {
    this.method = method;
    this.path = path;
    this.params = params;
    this.now = now;
    this.database = database;
    this.cookies = readCookieHeader(cookieHeader);
  }

  /** Whether the request means to change something (also by Rack's `_method`). */
  get unsafe() {
    return this.method !== 'GET' && this.method !== 'HEAD';
  }

  /**
   * The session in this store's cookie, to read and to change in place. Loading it is enough for Rails to send it again.
   * @param {SessionStore} store
   * @returns {Session}
   */
  session(store) {
    return this.#load(store).session;
  }

  /** Whether the request's cookie was opened with the secret from before the rotation. @param {SessionStore} store */
  rotated(store) {
    return this.#load(store).rotated;
  }

  /** Forgets what is in the session and takes a new session_id, as `reset_session` does. @param {SessionStore} store */
  reset(store) {
    this.#loaded.set(store, { session: {}, found: true, rotated: false });
  }

  /** Shows a flash message on the next page. @param {SessionStore} store @param {Record<string, unknown>} flashes */
  flash(store, flashes) {
    this.session(store).flash = { discard: [], flashes };
  }

  /** The message from the page before, swept from the session as Rails does. @param {SessionStore} store */
  notice(store) {
    const session = this.session(store);
    const flash = /** @type {{ flashes?: Record<string, unknown> } | undefined} */ (session.flash);
    delete session.flash;
    return flash?.flashes ?? {};
  }

  /** Sends a Set-Cookie line beside those of the sessions. @param {string} line */
  send(line) {
    this.#lines.push(line);
  }

  /**
   * The Set-Cookie lines of the answer. Rails sends every session that was loaded, unless there was none and nothing was written.
   * Throws CookieOverflow.
   */
  commit() {
    const sessions = [...this.#loaded].filter(([store, { session, found }]) => store.commits && (found || Object.keys(session).length > 0));
    return [...this.#lines, ...sessions.map(([store, { session }]) => store.line(session, this.now))];
  }

  /** @param {SessionStore} store */
  #load(store) {
    const loaded = this.#loaded.get(store) ?? store.load(this.cookies, this.now);
    this.#loaded.set(store, loaded);
    return loaded;
  }
}
