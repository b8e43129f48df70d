import type { CookieSizes } from '../cookies/cookie-size.ts';
import type { SetCookie } from '../cookies/set-cookie.ts';
import type { LineStorage } from '../cookies/storage.ts';
import type { ErrorPage } from '../http/exchange.ts';
import type { SharedCaching } from '../http/shared-cache.ts';
import type { Reading } from '../readers/reader.ts';
import type { RubyValue } from '../serializers/ruby-value.ts';
import type { SessionHistory } from '../session/history.ts';

/** One Set-Cookie line, with everything a rule may look at. */
export interface CookieSubject {
  /** Index of the line inside its response. */
  readonly line: number;
  /** As text. */
  readonly name: string;
  /** Host of the response without its port; empty where the URL has none. */
  readonly hostname: string;
  readonly cookie: SetCookie;
  /** What the browser did with the line; null while that is not known. */
  readonly storage: LineStorage | null;
  readonly sizes: CookieSizes;
  /** The response came over https (or wss). */
  readonly https: boolean;
  /** It is a session cookie, as the catalogue defines it. */
  readonly session: boolean;
  /** The line takes the cookie away. */
  readonly deleted: boolean;
  /** When the server answered, in milliseconds since the epoch: by its own clock where the response tells it. */
  readonly answeredAt: number;
  /** What shared caches may do with the response, or have done. */
  readonly caching: SharedCaching;
  /** This is the last of several lines of the response that set the same cookie; null when it is the only one, or not the last. */
  readonly repeats: RepeatedLines | null;
  /** Another response set the same value, and neither request carried it. For sealed values, which are random, that is no chance. */
  readonly sameSealedElsewhere: boolean;
  /** Null while it is being opened, and where no reader knows the value. */
  readonly reading: Reading | null;
  /** What the request carried under this name; null when nothing that a reader knows. */
  readonly carried: Reading | null;
  /** Keys that the user says are identity too. */
  readonly identityKeys: readonly string[];
}

/** Whether its content is known and the server takes it: not expired, nor sealed for another cookie. */
export function isHonoured(reading: Reading | null): reading is Reading & { readonly data: RubyValue } {
  return reading !== null && reading.data !== null && reading.failure === null;
}

/** Lines of one response that set the same cookie: name, domain, path and partition. */
export interface RepeatedLines {
  /** Their indices, in order. */
  readonly lines: readonly number[];
  /** Their values are not all the same. */
  readonly differ: boolean;
}

/** The versions of one session cookie, for rules that look at more than one response. */
export interface HistorySubject {
  /** As text. */
  readonly name: string;
  readonly history: SessionHistory;
}

/** One request with its response, for rules that are not about a Set-Cookie line. */
export interface ExchangeSubject {
  readonly status: number;
  readonly errorPage: ErrorPage | null;
  readonly setsCookies: boolean;
  /** Length of the Cookie header's value in bytes; 0 when there is none. */
  readonly cookieHeader: number;
  /** The cookies that the request carried; of each name the first, which is the one that Rack reads. */
  readonly carried: readonly CarriedCookie[];
}

export interface CarriedCookie {
  /** Empty for nameless cookies. */
  readonly name: string;
  /** How often the request carries the name. */
  readonly times: number;
  /** The values under this name are not all the same. */
  readonly differ: boolean;
  readonly session: boolean;
  /** Signed or encrypted: the cookies that Rails checks against its limit. */
  readonly sealed: boolean;
  readonly sizes: CookieSizes;
  /**
   * Rails' count of the version that this one grew from, in bytes: what the request carried whose response set it.
   * Null when that was not recorded, and on all requests but the first that carries this version.
   */
  readonly grewFrom: number | null;
}
