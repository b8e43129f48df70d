import type { CookieSizes } from '../cookies/cookie-size.ts';
import type { SetCookie } from '../cookies/set-cookie.ts';
import type { LineStorage, RequestExpectation, StorageScope } from '../cookies/storage.ts';
import type { Finding, FindingKind, Severity } from '../findings/finding.ts';
import type { EntryProblem, HttpExchange } from '../http/exchange.ts';
import type { Application } from '../readers/application.ts';
import type { Explanation } from '../readers/explanation/explanation.ts';
import type { Repair } from '../readers/explanation/repair.ts';
import type { Reading, ReadingState } from '../readers/reader.ts';
import type { SessionChange } from '../session/change.ts';
import type { MixedSerializers } from '../session/mixed-serializers.ts';
import type { SessionDiff } from './session-diff.ts';
import type { SessionWeight } from './session-weight.ts';

/** One row of the Responses table: a Set-Cookie line, or a request that has something to say without one. Plain data. */
export interface ResponseRow {
  /** Stable: the exchange's id and the line. */
  readonly id: string;
  readonly exchangeId: string;
  /** Index of the Set-Cookie line inside its response; null for a row about the request. */
  readonly line: number | null;
  /** Milliseconds since the epoch, by the clock of the traffic. */
  readonly startedAt: number;
  readonly method: string;
  readonly host: string;
  /** Path with query. */
  readonly path: string;
  readonly status: number;
  /** The cookie's name as text; null for a row about the request. */
  readonly cookie: string | null;
  /** The cookie is a session cookie, or the request of a row without one carried such a cookie. */
  readonly session: boolean;
  /** Whether the session that was set could be opened; null where no reader knows the value, and for a row about the request. */
  readonly reading: ReadingState | null;
  /** A request to another site than the page's that no link was followed for. */
  readonly thirdParty: boolean;
  readonly sizes: CookieSizes | null;
  readonly flags: CookieFlags | null;
  /** What the line asks for besides its flags; null for a row about the request. */
  readonly attributes: RowAttributes | null;
  /** Where the browser keeps the cookie, or would have kept it; null for a row about the request. */
  readonly scope: StorageScope | null;
  /** The line takes the cookie away. */
  readonly deleted: boolean;
  readonly change: SessionChange | null;
  /** What the browser did with the line; null while that is not known, and for a row about the request. */
  readonly storage: LineStorage | null;
  readonly findings: number;
  /** The worst first. */
  readonly findingKinds: readonly RowFinding[];
  readonly worst: { readonly kind: FindingKind; readonly severity: Severity } | null;
  readonly notes: readonly RowNote[];
}

/** `missing` are the flags whose absence is a finding of warning or error. */
export interface CookieFlags {
  readonly httpOnly: boolean;
  readonly secure: boolean;
  readonly sameSite: string | null;
  readonly partitioned: boolean;
  readonly missing: readonly ('httpOnly' | 'secure' | 'sameSite')[];
}

/** The attributes that decide how long a cookie lives and where it goes, as a browser that follows RFC 6265bis reads them. */
export interface RowAttributes {
  /** Null for a cookie of this host alone. */
  readonly domain: string | null;
  /** Null where the default path is used. */
  readonly path: string | null;
  /** Seconds, not capped. Wins over `expires`. */
  readonly maxAge: number | null;
  /** Milliseconds since the epoch, not capped; null where there is none or it is no cookie-date. */
  readonly expires: number | null;
}

/** A finding without its parameters, which come with the details. */
export interface RowFinding {
  readonly kind: FindingKind;
  readonly severity: Severity;
  /** Name of the cookie that it is about, which may be another than the row's; null when no cookie can be named. */
  readonly cookie: string | null;
}

export type RowNote =
  /** The request carries cookies (names as text) that no recorded response set. */
  | { readonly kind: 'not-recorded'; readonly cookies: readonly string[] }
  /**
   * The request does not carry session-like cookies that it should: set by a recorded response, in scope, not expired. `setBy` is the row
   * of the line that set it.
   */
  | { readonly kind: 'not-carried'; readonly cookies: readonly { readonly name: string; readonly setBy: string; readonly setAt: number }[] }
  | { readonly kind: 'malformed-entry'; readonly problems: readonly EntryProblem[] };

/** A row with what was found in it. */
export interface RowFacts {
  readonly row: ResponseRow;
  readonly exchange: HttpExchange;
  readonly cookie: SetCookie | null;
  readonly reading: Reading | null;
  readonly findings: readonly Finding[];
  /** What is known of the applications behind the cookies that the findings name, by their names. */
  readonly applications: ReadonlyMap<string, Application>;
}

/** Everything about one row, when it is opened. */
export interface ResponseDetail extends RowFacts {
  /** What the request carried under the cookie's name: the parent of this version; null when nothing. */
  readonly carried: Reading | null;
  /** Which cookies the request should have carried; null where requests do not show their cookies. */
  readonly expectation: RequestExpectation | null;
  /** Why the reading is not as it should be; null when it is. */
  readonly explanation: Explanation | null;
  /** The same for what the request carried. */
  readonly carriedExplanation: Explanation | null;
  /** What would open the value that was set; null when it opens, when nothing would, and while nobody has tried. */
  readonly repair: Repair | null;
  /** The same for what the request carried. */
  readonly carriedRepair: Repair | null;
  /** Versions of this cookie were written by different serializers; null when one wrote all. */
  readonly mixedSerializers: MixedSerializers | null;
  /** What the response made of the session that its request carried; null for other cookies. */
  readonly diff: SessionDiff | null;
  /** What each key of the reading costs, and how much is left. */
  readonly keyCosts: SessionWeight['keyCosts'];
  readonly sizeLeft: SessionWeight['sizeLeft'];
}

/** For the status bar and the tabs. */
export interface RecordingSummary {
  readonly exchanges: number;
  /** Responses that set at least one cookie. */
  readonly setting: number;
  readonly setCookies: number;
  readonly notRecorded: number;
  readonly malformed: number;
}
