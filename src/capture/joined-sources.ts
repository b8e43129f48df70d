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
 * some milliseconds, and so do the ids. Two views are one request when method, URL, status, every Cookie and every Set-Cookie line are
 * the same and the starts lie close together; of several the nearest. Requests that look quite the same are thus joined one to one:
 * there are as many as the source that saw more of them has.
 */
export class JoinedSources {
  readonly #identities = { devtools: new Map<string, Identity>(), 'web-request': new Map<string, Identity>() };
  /** By signature, what the other source has not told of. */
  readonly #waiting = { devtools: new Waiting(), 'web-request': new Waiting() };
  readonly #taken = new Set<string>();

  /** The exchange under the name that it goes by. The same id of the same source may come again, with more known about it. */
  join(source: Source, exchange: HttpExchange): HttpExchange {
    const identities = this.#identities[source];
    const known = identities.get(exchange.id);
    if (known) return { ...exchange, ...known };
    const signature = signatureOf(exchange);
    const other = this.#waiting[source === 'devtools' ? 'web-request' : 'devtools'].takeNearest(signature, exchange.startedAt);
    const identity = other ?? { id: this.#freeId(exchange), startedAt: exchange.startedAt };
    identities.set(exchange.id, identity);
    if (!other) this.#waiting[source].add(signature, identity);
    return { ...exchange, ...identity };
  }

  /** The other source may have given the id to a request that differs. */
  #freeId({ id, startedAt, method, url }: HttpExchange): string {
    let free = id;
    for (let ordinal = 1; this.#taken.has(free); ordinal++) free = exchangeId(startedAt, method, url, ordinal);
    this.#taken.add(free);
    return free;
  }
}

class Waiting {
  readonly #bySignature = new Map<string, Identity[]>();
  #count = 0;

  add(signature: string, identity: Identity): void {
    const list = this.#bySignature.get(signature) ?? [];
    list.push(identity);
    this.#bySignature.set(signature, list);
    this.#count++;
    if (this.#count <= MOST_WAITING) return;
    const [oldest, many] = this.#bySignature.entries().next().value ?? ['', []];
    this.#bySignature.delete(oldest);
    this.#count -= many.length;
  }

  takeNearest(signature: string, startedAt: number): Identity | null {
    const list = this.#bySignature.get(signature) ?? [];
    let nearest: Identity | null = null;
    for (const one of list) {
      const apart = Math.abs(one.startedAt - startedAt);
      if (apart <= TOLERANCE && (!nearest || apart < Math.abs(nearest.startedAt - startedAt))) nearest = one;
    }
    if (!nearest) return null;
    this.#count--;
    const rest = list.filter((one) => one !== nearest);
    if (rest.length > 0) this.#bySignature.set(signature, rest);
    else this.#bySignature.delete(signature);
    return nearest;
  }
}

/** Short, because it is kept. A fragment is not sent, and only one of the two tells it. */
function signatureOf({ method, url, status, requestHeaders, responseHeaders }: HttpExchange): string {
  const lines = [...headerValues(requestHeaders, 'cookie'), '', ...headerValues(responseHeaders, 'set-cookie')];
  return `${status} ${exchangeId(0, method, `${url.replace(/#.*$/s, '')}\n${lines.join('\n')}`, 0)}`;
}
