/**
 * The one input of the analysis: a request and its response, as live traffic, a HAR file and a saved recording
 * all give it. Serialisable by structured clone and by JSON. No body is kept.
 */
export const EXCHANGE_SCHEMA = 1;

/** A header field as it was sent: the name in its own letter case, the value with one character per byte (Latin-1). */
export interface HeaderField {
  readonly name: string;
  readonly value: string;
}

/** What an error page may name in its first 64 kB; the two Rails answers that no header tells, and the overflow. */
export type ErrorPage = 'CookieOverflow' | 'InvalidAuthenticityToken' | 'SessionRestoreError';

/** Why an entry could not be read as a whole. `field` is the path inside the HAR entry, such as `response.headers[2].name`. */
export interface EntryProblem {
  readonly code: 'not-an-object' | 'missing' | 'wrong-type' | 'invalid-url' | 'invalid-time';
  readonly field: string;
}

/** The response came over the network, out of the HTTP cache, or out of a service worker. */
export type DeliveredBy = 'network' | 'cache' | 'service-worker';

export interface HttpExchange {
  readonly schema: typeof EXCHANGE_SCHEMA;
  /** Stable: made of start, method, URL and an ordinal among exchanges that share them; not of when it came. */
  readonly id: string;
  /** Milliseconds since the epoch, by the clock of the traffic. */
  readonly startedAt: number;
  /** Milliseconds from the start to the end of the response; null when unknown. */
  readonly duration: number | null;
  /** Milliseconds from the start to the arrival of the response's headers, which is when its cookies land; null when unknown. */
  readonly answeredAfter: number | null;
  readonly method: string;
  readonly url: string;
  /** 0 when no response arrived. */
  readonly status: number;
  /** In the order they were delivered; only the names of `KEPT_REQUEST_HEADERS`. */
  readonly requestHeaders: readonly HeaderField[];
  /** In the order they were delivered, one field per Set-Cookie line; only the names of `KEPT_RESPONSE_HEADERS`. */
  readonly responseHeaders: readonly HeaderField[];
  readonly deliveredBy: DeliveredBy;
  /** What the browser was fetching (Chromium's `_resourceType`: document, fetch, image…); null when unknown. */
  readonly resourceType: string | null;
  /** The browser's text for a failed load, such as `net::ERR_CONNECTION_REFUSED`; null when it did not fail. */
  readonly error: string | null;
  /** The form's `_method` (Rack::MethodOverride), upper case; null when there is none. */
  readonly methodOverride: string | null;
  readonly errorPage: ErrorPage | null;
  /** What is wrong with a malformed entry; everything that could be read is still here. */
  readonly problems: readonly EntryProblem[];
}

/** Values of all fields with this name (any letter case), in order. */
export function headerValues(headers: readonly HeaderField[], name: string): readonly string[] {
  const wanted = name.toLowerCase();
  return headers.filter((field) => field.name.toLowerCase() === wanted).map((field) => field.value);
}
