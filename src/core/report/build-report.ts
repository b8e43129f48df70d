import { cookieScope } from '../cookies/cookie-scope.ts';
import { decodeUtf8 } from '../cookies/form-encoding.ts';
import type { EffectiveAttributes, SetCookie } from '../cookies/set-cookie.ts';
import type { Severity } from '../findings/finding.ts';
import type { HttpExchange } from '../http/exchange.ts';
import type { Logout } from '../logout/logout.ts';
import { type Application, UNKNOWN_APPLICATION } from '../readers/application.ts';
import type { Reading, SealedCookie } from '../readers/reader.ts';
import type { SessionHistory } from '../session/history.ts';
import { keyCosts } from '../session/key-cost.ts';
import type { Version } from '../session/version.ts';
import { groupFindings, type PlacedFinding } from './group-findings.ts';
import {
  REPORT_SCHEMA,
  type Report,
  type ReportAttributes,
  type ReportCookie,
  type ReportFinding,
  type ReportSession,
  type ReportSource,
} from './report.ts';
import { reportLogouts } from './report-logouts.ts';
import { isoTime } from './report-time.ts';
import type { ResponseRow, RowFacts } from './response-row.ts';
import { rowIdOf } from './row-id.ts';

/** What a report asks of the analysis. */
export interface Recorded {
  allRows(): readonly ResponseRow[];
  facts(rowId: string): RowFacts | null;
  histories(): readonly SessionHistory[];
  logouts(): readonly Logout[];
  application(cookie: string | null): Application;
  exchanges(): readonly HttpExchange[];
}

/** A row with what was found in it and its place in the source. */
interface Placed {
  readonly entry: number;
  readonly detail: RowFacts;
}

/** `entries` are the ids of the exchanges in the order of the source. The analysis should be settled. */
export function buildReport(analysis: Recorded, source: Omit<ReportSource, 'entries'>, entries: readonly string[]): Report {
  const placed = placeRows(analysis, entries);
  const versions = versionsByLine(analysis.histories());
  const cookies = placed.flatMap(({ entry, detail }) => reportCookie(entry, detail, versions));
  const logouts = reportLogouts(analysis, entries);
  const findings = groupFindings(placed.flatMap(placeFindings));
  const sessions = placed.flatMap(({ detail }) => (detail.cookie !== null && detail.row.session ? [cookieKey(detail, detail.cookie)] : []));
  return {
    schema: REPORT_SCHEMA,
    source: { kind: source.kind, creator: source.creator, entries: entries.length, cookiesStripped: source.cookiesStripped },
    cookies,
    findings,
    logouts,
    summary: {
      entries: entries.length,
      setCookies: cookies.length,
      sessions: new Set(sessions).size,
      findings: { error: countOf(findings, 'error'), warning: countOf(findings, 'warning'), info: countOf(findings, 'info') },
      logouts: logouts.length,
    },
  };
}

/** By start, then entry, then line. */
function placeRows(analysis: Recorded, entries: readonly string[]): readonly Placed[] {
  const entryOf = new Map(entries.map((id, entry) => [id, entry]));
  return analysis
    .allRows()
    .flatMap((row): readonly Placed[] => {
      const detail = analysis.facts(row.id);
      return detail === null ? [] : [{ entry: entryOf.get(row.exchangeId) ?? -1, detail }];
    })
    .sort(
      (a, b) =>
        a.detail.row.startedAt - b.detail.row.startedAt || a.entry - b.entry || (a.detail.row.line ?? -1) - (b.detail.row.line ?? -1),
    );
}

function reportCookie(
  entry: number,
  { row, exchange, cookie, reading }: RowFacts,
  versions: ReadonlyMap<string, Version>,
): readonly ReportCookie[] {
  if (cookie === null || row.sizes === null || row.line === null) return [];
  const { rails, wire, line, limit } = row.sizes;
  const version = versions.get(rowIdOf(row.exchangeId, row.line)) ?? null;
  return [
    {
      entry,
      line: row.line,
      time: isoTime(exchange.startedAt),
      method: exchange.method,
      url: exchange.url,
      status: exchange.status,
      name: decodeUtf8(cookie.name),
      value: decodeUtf8(cookie.value),
      attributes: reportAttributes(cookie.effective),
      size: { rails, wire, line, limit },
      scope: row.storage?.scope ?? { ...cookieScope(cookie, exchange.url), partition: null },
      stored: row.storage?.stored ?? null,
      session: reading && reportSession(reading, cookie),
      version: version?.id ?? null,
      parent: version?.parent ?? null,
    },
  ];
}

/** By row id. */
function versionsByLine(histories: readonly SessionHistory[]): ReadonlyMap<string, Version> {
  const settings = histories.flatMap(({ versions }) =>
    versions.flatMap((version) => version.setBy.map((setting) => [setting, version] as const)),
  );
  return new Map(settings.map(([{ exchangeId, line }, version]) => [rowIdOf(exchangeId, line), version]));
}

function reportAttributes({ expires, ...effective }: EffectiveAttributes): ReportAttributes {
  const { domain, path, maxAge, secure, httpOnly, sameSite, partitioned } = effective;
  return { domain, path, expires: expires?.text ?? null, maxAge, secure, httpOnly, sameSite, partitioned };
}

/** The `session` object, which `sessionscope open` prints alone. Name and value of the cookie as on the wire. */
export function reportSession(reading: Reading, cookie: SealedCookie): ReportSession {
  const { state, framework, layout, serializer, key, purpose, expires, failure, data } = reading;
  return {
    state,
    framework,
    layout,
    serializer,
    key: key && { secret: key.secret, digest: key.digest, salt: key.salt },
    purpose,
    expires,
    failure,
    data,
    keyCosts: roundedCosts(reading, cookie),
  };
}

function roundedCosts(reading: Reading, cookie: SealedCookie): Readonly<Record<string, number>> | null {
  const costs = keyCosts(reading, cookie);
  // Own properties, also for a key such as `__proto__`.
  return costs && Object.fromEntries(costs.keys.map(({ key, bytes }) => [key, Math.round(bytes)]));
}

function placeFindings({ entry, detail }: Placed): readonly PlacedFinding[] {
  return detail.findings.map((finding) => ({
    finding,
    entry,
    scope: detail.cookie !== null && finding.line === detail.row.line ? cookieKey(detail, detail.cookie) : null,
    host: detail.row.host,
    application: detail.applications.get(finding.cookie ?? '') ?? UNKNOWN_APPLICATION,
  }));
}

/** What makes a cookie another one: name, domain, path. */
function cookieKey({ exchange }: RowFacts, cookie: SetCookie): string {
  const { domain, path } = cookieScope(cookie, exchange.url);
  return JSON.stringify([cookie.name, domain, path]);
}

function countOf(findings: readonly ReportFinding[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length;
}
