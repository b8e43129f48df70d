import type { HttpExchange } from '../../../../src/core/http/exchange.ts';
import { exchange } from '../../recording.ts';
import { anonymous, member, NAME, refused, type Sealing, type Session, seal } from './sessions.ts';

/** What is special about a request and its answer; the rest is as an ordinary browser and Rails have it. */
export interface Step {
  /** Seconds after the request before; 2 by default. */
  readonly after?: number;
  readonly status?: number;
  readonly location?: string;
  /** The session that the response sets, sealed as `sealing` says, null for none; or the `value` as it is. */
  readonly session?: Session | null;
  readonly sealing?: Sealing;
  readonly value?: string;
  /** Name of the cookie that is set. */
  readonly name?: string;
  /** Of the session's line. */
  readonly attributes?: string;
  /** Further Set-Cookie lines. */
  readonly lines?: readonly string[];
  /** The Cookie header where it is not what the jar says; null for none. */
  readonly cookie?: string | null;
  /** The browser does not keep what the response sets. */
  readonly dropped?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  readonly answered?: Readonly<Record<string, string>>;
  /** Milliseconds. */
  readonly duration?: number;
  readonly override?: string;
  readonly deliveredBy?: HttpExchange['deliveredBy'];
  readonly errorPage?: HttpExchange['errorPage'];
}

type Headers = Readonly<Record<string, string>>;

const NAVIGATION: Headers = { 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document', 'Sec-Fetch-User': '?1' };
export const CLICKED: Headers = { ...NAVIGATION, 'Sec-Fetch-Site': 'same-origin' };
export const TYPED: Headers = { ...NAVIGATION, 'Sec-Fetch-Site': 'none' };
export const FROM_ELSEWHERE: Headers = { ...NAVIGATION, 'Sec-Fetch-Site': 'cross-site' };
export const FETCHED: Headers = { 'Sec-Fetch-Mode': 'cors', 'Sec-Fetch-Dest': 'empty', 'Sec-Fetch-Site': 'same-origin' };
export const IN_FRAME: Headers = { 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'iframe', 'Sec-Fetch-Storage-Access': 'none' };
const subresource = (dest: string): Headers => ({ 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': dest, 'Sec-Fetch-Site': 'same-origin' });
export const IMAGE = subresource('image');

/** A browser at one application, and what it records. The jar is a plain one; where it matters a step says what is sent. */
export class Visitor {
  readonly exchanges: HttpExchange[] = [];
  readonly #origin: string;
  readonly #jar = new Map<string, string>();
  #clock = 0;

  constructor(origin = 'https://shop.test') {
    this.#origin = origin;
  }

  get cookies(): string {
    return [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** A clicked link, with what the page needs. */
  get(path: string, step: Step = {}): this {
    return this.send('GET', path, { ...step, headers: { ...CLICKED, ...step.headers } });
  }

  /** A form that Turbo or the browser sends. */
  post(path: string, step: Step = {}): this {
    return this.send('POST', path, { status: 303, ...step, headers: { ...CLICKED, Origin: this.#origin, ...step.headers } });
  }

  fetch(path: string, step: Step = {}): this {
    return this.send('GET', path, { after: 0.1, ...step, headers: { ...FETCHED, ...step.headers } });
  }

  /** Stylesheet, module and picture, and what an analytics script sets. */
  assets(): this {
    this.send('GET', '/assets/application-5f2.css', { after: 0.05, headers: subresource('style'), answered: CACHEABLE });
    const module = { 'Sec-Fetch-Mode': 'cors', 'Sec-Fetch-Dest': 'script', 'Sec-Fetch-Site': 'same-origin', Origin: this.#origin };
    this.send('GET', '/assets/application-8c1.js', { after: 0.01, headers: module, answered: CACHEABLE });
    this.send('GET', '/assets/logo-77a.svg', { after: 0.01, headers: IMAGE, answered: CACHEABLE });
    this.#jar.set('_ga', 'GA1.1.1203984756.1767261600');
    return this;
  }

  /** The first page, with an anonymous session. */
  arrive(step: Step = {}): this {
    return this.get('/', { session: anonymous(1), ...step, headers: { ...TYPED, ...step.headers } }).assets();
  }

  /** From the sign-in page to the first page behind it. `step` is of the answer to the form, `next` of that page. */
  signIn(step: Step = {}, next: Step | null = {}): this {
    const { sealing, attributes } = step;
    this.get('/users/sign_in', {
      session: anonymous(1),
      ...(sealing === undefined ? {} : { sealing }),
      ...(attributes === undefined || step.dropped === true ? {} : { attributes }),
    });
    const session = step.value === undefined ? { session: member(2) } : {};
    const location = (step.status ?? 303) < 400 ? { location: `${this.#origin}/dashboard` } : {};
    this.post('/users/sign_in', { after: 8, ...location, ...session, ...step });
    return next === null ? this : this.get('/dashboard', { after: 0.1, ...next });
  }

  /** The server takes the visitor for a stranger. */
  turnedAway(path = '/dashboard', step: Step = {}): this {
    return this.get(path, { status: 302, location: `${this.#origin}/users/sign_in`, session: refused(9), ...step });
  }

  send(method: string, path: string, step: Step): this {
    this.#clock += step.after ?? 2;
    const url = URL.canParse(path) ? path : `${this.#origin}${path}`;
    const { status = 200, location, name = NAME, lines = [], headers = {}, errorPage = null } = step;
    const value = step.session == null ? step.value : seal(step.session, { name, ...step.sealing });
    const secure = this.#origin.startsWith('https:') ? 'secure; ' : '';
    const line = value === undefined ? [] : [`${name}=${value}; path=/; ${step.attributes ?? `${secure}HttpOnly; SameSite=Lax`}`];
    const setCookie = [...line, ...lines];
    const cookie = step.cookie === undefined ? this.cookies : (step.cookie ?? '');
    const tells = url.startsWith('https:') || /\/\/(localhost|127\.)/.test(url);
    const sent = Object.entries(headers).filter(([each]) => tells || !/^sec-fetch/i.test(each));
    const told = exchange({
      at: this.#clock,
      method,
      url,
      status,
      setCookie,
      headers: Object.fromEntries(sent),
      responseHeaders: { ...(location === undefined ? {} : { Location: location }), ...step.answered },
      errorPage,
      ...(cookie === '' ? {} : { cookie }),
    });
    const duration = step.duration ?? 20;
    this.exchanges.push({
      ...told,
      duration,
      deliveredBy: step.deliveredBy ?? 'network',
      methodOverride: step.override ?? null,
    });
    if (step.dropped !== true) this.keep(setCookie);
    return this;
  }

  /** The browser keeps these, and forgets what they delete. */
  keep(setCookie: readonly string[]): this {
    for (const line of setCookie) {
      const [pair = '', ...attributes] = line.split('; ');
      const at = pair.indexOf('=');
      const deletes = attributes.some((each) => /^max-age=0$|1970/i.test(each));
      if (deletes) this.#jar.delete(pair.slice(0, at));
      else this.#jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return this;
  }

  /** The browser forgets a cookie, as if it had never been. */
  forget(name = NAME): this {
    this.#jar.delete(name);
    return this;
  }
}

const CACHEABLE: Headers = { 'Cache-Control': 'public, max-age=31536000, immutable' };

/** A line that deletes the session, as Rails writes it. */
export const deletion = (name = NAME, more = ''): string =>
  `${name}=; path=/; ${more}max-age=0; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; SameSite=Lax`;
