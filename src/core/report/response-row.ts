import type { CookieSizes } from '../cookies/cookie-size.ts';
import type { SetCookie } from '../cookies/set-cookie.ts';
import type { LineStorage } from '../cookies/storage.ts';
import type { Finding, FindingKind, Severity } from '../findings/finding.ts';
import type { EntryProblem, HttpExchange } from '../http/exchange.ts';
import type { Explanation } from '../readers/explanation/explanation.ts';
import type { Repair } from '../readers/explanation/repair.ts';
import type { Reading } from '../readers/reader.ts';
import type { SessionChange } from '../session/change.ts';
import type { MixedSerializers } from '../session/mixed-serializers.ts';
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
  readonly sizes: CookieSizes | null;
  readonly flags: CookieFlags | null;
  readonly change: SessionChange | null;
  /** What the browser did with the line; null while that is not known, and for a row about the request. */
  readonly storage: LineStorage | null;
  readonly findings: number;
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

export type RowNote =
  /** The request carries cookies (names as text) that no recorded response set. */
  | { readonly kind: 'not-recorded'; readonly cookies: readonly string[] }
  | { readonly kind: 'malformed-entry'; readonly problems: readonly EntryProblem[] };

/** Everything about one row, when it is opened. */
export interface ResponseDetail {
  readonly row: ResponseRow;
  readonly exchange: HttpExchange;
  readonly cookie: SetCookie | null;
  readonly reading: Reading | null;
  readonly findings: readonly Finding[];
  /** What the request carried under the cookie's name: the parent of this version; null when nothing. */
  readonly carried: Reading | null;
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
  /** What each key of the reading costs, and how much is left; absent where it was not weighed (`weighSession`). */
  readonly keyCosts?: SessionWeight['keyCosts'];
  readonly sizeLeft?: SessionWeight['sizeLeft'];
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
