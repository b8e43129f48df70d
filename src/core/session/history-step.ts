import type { RequestContext } from '../cookies/request-context.ts';
import type { SetCookie } from '../cookies/set-cookie.ts';
import type { LineStorage, RequestExpectation, WithheldReason } from '../cookies/storage.ts';
import type { HttpExchange } from '../http/exchange.ts';
import type { Reading } from '../readers/reader.ts';

/** What a request carried under the cookie's name. */
export interface CarriedValue {
  /** Name and value as on the wire, joined. */
  readonly key: string;
  readonly reading: Reading | null;
  /** Name + value in bytes. */
  readonly wire: number;
}

/** A Set-Cookie line for the cookie's name. */
export interface SetLine extends CarriedValue {
  /** Index inside the response. */
  readonly line: number;
  readonly cookie: SetCookie;
  readonly deleted: boolean;
  readonly storage: LineStorage | null;
}

/** One exchange with the cookie's site, as the history of the cookie sees it; it may neither carry nor set it. */
export interface HistoryStep {
  readonly exchange: HttpExchange;
  readonly hostname: string;
  /** Without the query. */
  readonly path: string;
  readonly https: boolean;
  /** Of the request. */
  readonly context: RequestContext;
  /** Milliseconds since the epoch: when the response's cookies landed, or would have. */
  readonly landedAt: number;
  /** In the order sent; the first is what Rack reads. */
  readonly carried: readonly CarriedValue[];
  readonly lines: readonly SetLine[];
  /** Why the browser kept the cookie back; null when it was carried, when there is none, and when nothing is known. */
  readonly withheld: WithheldReason | null;
  /** The browser should have sent the cookie, and did not, or sent another value. */
  readonly missing: boolean;
  /** Of all cookies; null where the recording's requests do not show their cookies. */
  readonly expectation: RequestExpectation | null;
}
