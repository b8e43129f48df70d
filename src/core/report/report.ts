import type { StorageOutcome, StorageScope } from '../cookies/storage.ts';
import type { FindingKind, FindingParameters, Severity } from '../findings/finding.ts';
import type { Confidence, LogoutCause } from '../logout/logout.ts';
import type { Digest, Framework, Layout, ReadingFailure, ReadingState, Serializer } from '../readers/reader.ts';
import type { RubyValue } from '../serializers/ruby-value.ts';

export const REPORT_SCHEMA = 'sessionscope.report/1';

/**
 * What the command line prints with `--format json` and what the panel exports. Fields are only added within version 1.
 * It is plain data but for `session.data`, which `report-json.ts` prints in the neutral form.
 */
export interface Report {
  readonly schema: typeof REPORT_SCHEMA;
  readonly source: ReportSource;
  /** One per Set-Cookie line, by start, entry and line. */
  readonly cookies: readonly ReportCookie[];
  /** One per kind and cookie (name, domain, path), the most severe first. */
  readonly findings: readonly ReportFinding[];
  /** One per lost session, in the order of the traffic. */
  readonly logouts: readonly ReportLogout[];
  readonly summary: ReportSummary;
}

export interface ReportSource {
  readonly kind: 'har' | 'recording';
  readonly creator: string | null;
  readonly entries: number;
  readonly cookiesStripped: boolean;
}

export interface ReportCookie {
  /** Index of the HAR entry, and of the line inside its response. */
  readonly entry: number;
  readonly line: number;
  readonly time: string;
  readonly method: string;
  readonly url: string;
  readonly status: number;
  /** As text where the bytes are valid UTF-8. */
  readonly name: string;
  /** As on the wire, as text where the bytes are valid UTF-8; null when it was removed. */
  readonly value: string | null;
  readonly attributes: ReportAttributes;
  readonly size: ReportSize;
  readonly scope: StorageScope;
  /** What the browser did with the line; null when that is not known. */
  readonly stored: StorageOutcome | null;
  /** Null when the value is no session, signed or encrypted cookie. */
  readonly session: ReportSession | null;
  /** Id of the session's version that the line sets (`v3`), and of the one that its request carried; null for what is no session. */
  readonly version: string | null;
  readonly parent: string | null;
}

/** What remains when a browser has read all attributes. */
export interface ReportAttributes {
  /** Lower case, without the leading dot. */
  readonly domain: string | null;
  readonly path: string | null;
  /** The text as sent, whether or not it is a date. */
  readonly expires: string | null;
  /** Seconds. */
  readonly maxAge: number | null;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite: string | null;
  readonly partitioned: boolean;
}

/** In bytes. */
interface ReportSize {
  readonly rails: number;
  readonly wire: number;
  readonly line: number;
  readonly limit: number;
}

export interface ReportSession {
  readonly state: ReadingState;
  readonly framework: Framework;
  readonly layout: Layout | null;
  readonly serializer: Serializer | null;
  readonly key: { readonly secret: string; readonly digest: Digest | null; readonly salt: string | null } | null;
  readonly purpose: string | null;
  /** The envelope's expiry as it is written. */
  readonly expires: string | null;
  readonly failure: ReadingFailure | null;
  readonly data: RubyValue | null;
  /**
   * Expected marginal wire bytes of each top-level key, rounded: size with the key less size without it. Null where there is no content,
   * it is no hash, or its size cannot be foretold (deflated JSON).
   */
  readonly keyCosts: Readonly<Record<string, number>> | null;
}

export interface ReportFinding {
  readonly kind: FindingKind;
  /** Of the most severe occurrence. */
  readonly severity: Severity;
  /** The cookie's name as text; null when no cookie can be named. */
  readonly cookie: string | null;
  /** In the order of the traffic; `line` is null for a finding about the request or the response as a whole. */
  readonly occurrences: readonly { readonly entry: number; readonly line: number | null }[];
  /** Of the most severe occurrence; of equals the first. */
  readonly parameters: FindingParameters[FindingKind];
  readonly message: string;
  /** What to do, then the lines to copy, each on a line of its own. */
  readonly remedy: string;
}

export interface ReportLogout {
  /** Of the exchange that shows the loss. */
  readonly entry: number;
  /** The cookie's name as text; null when none was ever set. */
  readonly cookie: string | null;
  readonly cause: LogoutCause;
  readonly confidence: Confidence;
  /** In the order of the traffic. */
  readonly evidence: readonly ReportEvidence[];
  readonly message: string;
  /** What to do, then the lines to copy, each on a line of its own. */
  readonly remedy: string;
  /** Causes that were looked at and do not explain it. */
  readonly alternatives: readonly LogoutCause[];
}

/** What one exchange shows. */
export interface ReportEvidence {
  readonly entry: number;
  readonly text: string;
  readonly time: string;
  readonly method: string;
  readonly url: string;
  /** 0 when no response arrived. */
  readonly status: number;
}

interface ReportSummary {
  readonly entries: number;
  readonly setCookies: number;
  /** Different session cookies (name, domain, path). */
  readonly sessions: number;
  /** Findings by severity, as grouped in `findings`. */
  readonly findings: Readonly<Record<Severity, number>>;
  readonly logouts: number;
}
