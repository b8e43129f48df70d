import { type HttpExchange, headerValues } from '../core/http/exchange.ts';

/** How many of the newest exchanges a navigation is looked for in. */
const REMEMBERED = 300;

/**
 * Where the newest navigation began: at the first hop of the redirect chain that ended in the document shown now, so that
 * the sign-in's redirects stay with the page they led to. Exchanges may come before or after the news of the navigation.
 */
export class NavigationStart {
  #recent: { url: string; startedAt: number; location: string | null }[] = [];
  #navigation: { url: string; at: number } | null = null;

  add(exchange: HttpExchange): void {
    this.#recent.push({ url: withoutFragment(exchange.url), startedAt: exchange.startedAt, location: redirectTarget(exchange) });
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
    let start = at;
    for (let hops = 0; hops <= 20; hops++) {
      const hop = this.#newest((one) => one.startedAt <= at && (hops === 0 ? one.url === url && !one.location : one.location === url));
      if (!hop) break;
      start = at = hop.startedAt;
      url = hop.url;
    }
    return start;
  }

  #newest(wanted: (one: { url: string; startedAt: number; location: string | null }) => boolean) {
    return (
      (this.#recent.filter(wanted).reduce < (typeof this.#recent)[number]) |
      (null > ((best, one) => (best && best.startedAt >= one.startedAt ? best : one), null))
    );
  }
}

function redirectTarget(exchange: HttpExchange): string | null {
  const location = exchange.status >= 300 && exchange.status < 400 ? headerValues(exchange.responseHeaders, 'location')[0] : undefined;
  if (location === undefined || !URL.canParse(location, exchange.url)) return null;
  return withoutFragment(new URL(location, exchange.url).href);
}

const withoutFragment = (url: string): string => url.replace(/#.*$/s, '');
