import { type HttpExchange, headerValues } from '../core/http/exchange.ts';
import { parseUrl } from '../core/http/parse-url.ts';

/** How many of the newest exchanges a navigation is looked for in. */
const REMEMBERED = 300;

interface Hop {
  readonly url: string;
  readonly startedAt: number;
  /** Where the response redirects to; null when it does not. */
  readonly target: string | null;
}

/**
 * Where the newest navigation began: at the first hop of the redirect chain that ended in the document shown now, so that
 * the sign-in's redirects stay with the page they led to. Exchanges may come before or after the news of the navigation.
 */
export class NavigationStart {
  #recent: Hop[] = [];
  #navigation: { readonly url: string; readonly at: number } | null = null;

  add(exchange: HttpExchange): void {
    this.#recent.push({ url: withoutFragment(exchange.url), startedAt: exchange.startedAt, target: redirectTarget(exchange) });
    if (this.#recent.length > REMEMBERED) this.#recent.shift();
  }

  /** `at` in milliseconds since the epoch, when the browser told of it. */
  navigated(url: string, at: number): void {
    this.#navigation = { url: withoutFragment(url), at };
  }

  /** Milliseconds since the epoch; null before any navigation. */
  get start(): number | null {
    if (!this.#navigation) return null;
    let { url, at } = this.#navigation;
    let hop = this.#newest((one) => one.startedAt <= at && one.url === url && one.target === null);
    while (hop) {
      at = hop.startedAt;
      url = hop.url;
      hop = this.#newest((one) => one.startedAt < at && one.target === url);
    }
    return at;
  }

  #newest(wanted: (one: Hop) => boolean): Hop | null {
    let newest: Hop | null = null;
    for (const one of this.#recent) if (wanted(one) && (!newest || one.startedAt >= newest.startedAt)) newest = one;
    return newest;
  }
}

function redirectTarget(exchange: HttpExchange): string | null {
  const location = exchange.status >= 300 && exchange.status < 400 ? headerValues(exchange.responseHeaders, 'location')[0] : undefined;
  const target = location === undefined ? null : parseUrl(location, exchange.url);
  return target === null ? null : withoutFragment(target.href);
}

const withoutFragment = (url: string): string => url.replace(/#.*$/s, '');
