import { type HttpExchange, headerValues } from '../core/http/exchange.ts';
import { exchangeId } from '../core/http/exchange-id.ts';

/** Who has seen a request. */
export type Source = 'devtools' | 'web-request';

/** The name that an exchange goes by, whoever tells of it: that of the source which told of it first. */
interface Identity {
  readonly id: string;
  readonly startedAt: number;
}

/** How far apart the two may put the start of one request, in milliseconds. */
const TOLERANCE = 2_000;
/** How many of each source wait for the other's view. What waits longer was seen by one alone. */
const MOST_WAITING = 2_000;

/**
 * Makes one exchange of a request that both DevTools and `webRequest` tell of, so that nothing is listed twice. Their clocks differ by
 * some milliseconds, and so do the ids. Two views are one request when method, URL and Cookie are the same, the answers agree and the
 * starts lie close together; of several the nearest. Requests that look quite the same are thus joined one to one: there are as many as
 * the source that saw more of them has.
 */
export class JoinedSources {
  readonly #identities = { devtools: new Map<string, Identity>(), 'web-request': new Map<string, Identity>() };
  /** What the other source has not told of. */
  readonly #waiting = { devtools: new Waiting(), 'web-request': new Waiting() };
  readonly #taken = new Set<string>();

  /** The exchange under the name that it goes by. The same id of the same source may come again, with more known about it. */
  join(source: Source, exchange: HttpExchange): HttpExchange {
    const identities = this.#identities[source];
    const known = identities.get(exchange.id);
    if (known) return { ...exchange, ...known };
    const view = viewOf(exchange);
    const other = this.#waiting[source === 'devtools' ? 'web-request' : 'devtools'].takeNearest(view);
    const { id, startedAt } = other ?? { id: this.#freeId(exchange), startedAt: exchange.startedAt };
    identities.set(exchange.id, { id, startedAt });
    if (!other) this.#waiting[source].add({ ...view, id });
    return { ...exchange, id, startedAt };
  }

  /** The other source may have given the id to a request that differs. */
  #freeId({ id, startedAt, method, url }: HttpExchange): string {
    let free = id;
    for (let ordinal = 1; this.#taken.has(free); ordinal++) free = exchangeId(startedAt, method, url, ordinal);
    this.#taken.add(free);
    return free;
  }
}

/** One source's view of a request, as short as it can be told from others. */
interface View extends Identity {
  readonly request: string;
  readonly status: number;
  readonly setCookies: string;
}

class Waiting {
  readonly #byRequest = new Map<string, View[]>();
  #count = 0;

  add(view: View): void {
    const list = this.#byRequest.get(view.request) ?? [];
    list.push(view);
    this.#byRequest.set(view.request, list);
    this.#count++;
    if (this.#count <= MOST_WAITING) return;
    const [oldest] = this.#byRequest.values();
    if (oldest?.[0]) this.#remove(oldest[0]);
  }

  takeNearest(view: View): View | null {
    const apart = (one: View): number => Math.abs(one.startedAt - view.startedAt);
    const fitting = (this.#byRequest.get(view.request) ?? []).filter((one) => apart(one) <= TOLERANCE && agree(one, view));
    const nearest = fitting.reduce<View | null>((best, one) => (best === null || apart(one) < apart(best) ? one : best), null);
    if (nearest) this.#remove(nearest);
    return nearest;
  }

  #remove(view: View): void {
    const rest = (this.#byRequest.get(view.request) ?? []).filter((one) => one !== view);
    if (rest.length > 0) this.#byRequest.set(view.request, rest);
    else this.#byRequest.delete(view.request);
    this.#count--;
  }
}

/** Of a page that is left at once DevTools may tell status 0, with all headers or with none. */
function agree(a: View, b: View): boolean {
  const unfinished = a.status === 0 || b.status === 0;
  if (a.setCookies === b.setCookies) return unfinished || a.status === b.status;
  return (a.status === 0 && a.setCookies === NONE) || (b.status === 0 && b.setCookies === NONE);
}

const hash = (text: string): string => exchangeId(0, '', text, 0);
const NONE = hash('');

/** A fragment is not sent, and only one of the two tells it. */
function viewOf({ id, startedAt, method, url, status, requestHeaders, responseHeaders }: HttpExchange): View {
  const request = [method, url.replace(/#.*$/s, ''), ...headerValues(requestHeaders, 'cookie')];
  const setCookies = headerValues(responseHeaders, 'set-cookie');
  return { id, startedAt, request: hash(request.join('\n')), status, setCookies: hash(setCookies.join('\n')) };
}
