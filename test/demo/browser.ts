import { measureCookie, readCookieHeader } from '../../demo/rack-cookie.mjs';
import { pages } from '../../demo/server.mjs';

export interface SetLine {
  readonly name: string;
  /** As sent. */
  readonly value: string;
  /** Lower-case, as Rack 3 writes them: `path=/`, `httponly`. */
  readonly attributes: readonly string[];
  readonly kept: boolean;
}

export interface Page {
  readonly status: number;
  readonly body: string;
  readonly location: string | null;
  readonly set: readonly SetLine[];
  readonly carried: ReadonlyMap<string, string>;
}

/** As much of a browser as the demo's pages need: paths, deletion, the size limit, and SameSite=None without Secure. */
export class Browser {
  readonly #origin: string;
  readonly #jar = new Map<string, { name: string; value: string; path: string }>();

  constructor(origin: string) {
    this.#origin = origin;
  }

  get(path: string): Promise<Page> {
    return this.#send(path, { method: 'GET' });
  }

  post(path: string, fields: Record<string, string> = {}): Promise<Page> {
    return this.#send(path, { method: 'POST', body: new URLSearchParams(fields) });
  }

  async #send(path: string, init: RequestInit): Promise<Page> {
    const cookie = [...this.#jar.values()]
      .filter((stored) => stored.path === '/' || path === stored.path || path.startsWith(`${stored.path}/`))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
    const response = await fetch(this.#origin + path, { ...init, redirect: 'manual', headers: cookie ? { Cookie: cookie } : {} });
    const set = response.headers.getSetCookie().map((line) => this.#store(line));
    const location = response.headers.get('Location');
    return { status: response.status, body: await response.text(), location, set, carried: readCookieHeader(cookie) };
  }

  #store(line: string): SetLine {
    const [pair = '', ...attributes] = line.split('; ');
    const [[name, value] = ['', '']] = [...readCookieHeader(pair)];
    const path = attributes.find((attribute) => attribute.startsWith('path='))?.slice(5) ?? '/';
    const refused = attributes.includes('samesite=none') && !attributes.includes('secure');
    const kept = measureCookie(name, value).wire <= 4096 && !refused;
    if (kept && attributes.includes('max-age=0')) this.#jar.delete(`${name};${path}`);
    else if (kept) this.#jar.set(`${name};${path}`, { name, value, path });
    return { name, value, attributes, kept };
  }
}

/** Loads every page twice and posts to it; all cookies that came. */
export async function visitEveryPage(origin: string): Promise<readonly SetLine[]> {
  const browser = new Browser(origin);
  const set: SetLine[] = [];
  for (const { path, also = [] } of pages) {
    for (const where of [path, ...also]) {
      set.push(...(await browser.get(where)).set, ...(await browser.post(where)).set, ...(await browser.get(where)).set);
    }
    set.push(...(await browser.post(path, { as: 'proxy' })).set);
  }
  return set;
}
