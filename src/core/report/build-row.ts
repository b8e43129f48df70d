import { cookieScope } from '../cookies/cookie-scope.ts';
import type { Finding } from '../findings/finding.ts';
import { compareFindings } from '../findings/finding-order.ts';
import type { EntryProblem, HttpExchange } from '../http/exchange.ts';
import type { JudgedExchange, JudgedLine } from './judged-exchange.ts';
import type { ParsedExchange } from './parsed-exchange.ts';
import type { CookieFlags, ResponseRow, RowNote } from './response-row.ts';
import { rowIdOf } from './row-id.ts';

/** A row with what its details need besides the exchange. `judged` is null for a row about the request. */
export interface BuiltRow {
  readonly row: ResponseRow;
  readonly judged: JudgedLine | null;
  /** The worst first. */
  readonly findings: readonly Finding[];
}

/** A row for every Set-Cookie line; without one a row only where there is a note or a finding. */
export function buildRows(exchange: JudgedExchange, notes: readonly RowNote[]): readonly BuiltRow[] {
  const { parsed, lines, findings } = exchange;
  if (lines.length > 0) {
    return lines.map((judged, index) => {
      const own = [...judged.findings, ...findings.filter((finding) => hostOf(finding, lines) === index)].sort(compareFindings);
      const ownNotes = notes.filter((note) => hostOfNote(note, lines) === index);
      return { row: cookieRow(parsed, judged, own, ownNotes), judged, findings: own };
    });
  }
  if (notes.length + findings.length === 0) return [];
  const sorted = findings.toSorted(compareFindings);
  return [{ row: requestRow(parsed, exchange.carriesSession, sorted, notes), judged: null, findings: sorted }];
}

/** The row of an exchange that could not be judged at all. */
export function faultRow(exchange: HttpExchange, problem: EntryProblem): BuiltRow {
  const parsed = { exchange, host: '', path: exchange.url, thirdParty: false };
  const notes = [{ kind: 'malformed-entry' as const, problems: [...exchange.problems, problem] }];
  return { row: requestRow(parsed, false, [], notes), judged: null, findings: [] };
}

type Place = Pick<ParsedExchange, 'exchange' | 'host' | 'path' | 'thirdParty'>;

function cookieRow(place: Place, judged: JudgedLine, findings: readonly Finding[], notes: readonly RowNote[]): ResponseRow {
  const { line, name, sizes, cookie, deleted } = judged.parsed;
  const { domain, path, maxAge, expires } = cookie.effective;
  return {
    ...common(place, line, findings, notes),
    cookie: name,
    session: judged.session,
    reading: judged.reading?.state ?? null,
    sizes,
    flags: flagsOf(judged),
    attributes: { domain, path, maxAge, expires: expires?.time ?? null },
    scope: judged.storage?.scope ?? { ...cookieScope(cookie, place.exchange.url), partition: null },
    deleted,
    change: judged.change,
    storage: judged.storage,
  };
}

function requestRow(place: Place, session: boolean, findings: readonly Finding[], notes: readonly RowNote[]): ResponseRow {
  const noCookie = { cookie: null, reading: null, sizes: null, flags: null, attributes: null, scope: null };
  const nothingDone = { deleted: false, change: null, storage: null };
  return { ...common(place, null, findings, notes), ...noCookie, ...nothingDone, session };
}

function common({ exchange, host, path, thirdParty }: Place, line: number | null, findings: readonly Finding[], notes: readonly RowNote[]) {
  const worst = findings[0] ?? null;
  return {
    id: rowIdOf(exchange.id, line),
    exchangeId: exchange.id,
    line,
    startedAt: exchange.startedAt,
    method: exchange.method,
    host,
    path,
    status: exchange.status,
    thirdParty,
    findings: findings.length,
    findingKinds: findings.map(({ kind, severity, cookie }) => ({ kind, severity, cookie })),
    worst: worst && { kind: worst.kind, severity: worst.severity },
    notes,
  };
}

function flagsOf({ parsed, findings }: JudgedLine): CookieFlags {
  const { httpOnly, secure, sameSite, partitioned } = parsed.cookie.effective;
  const missing = new Set(findings.flatMap((finding) => (finding.severity === 'info' ? [] : missingFlag(finding))));
  return { httpOnly, secure, sameSite, partitioned, missing: [...missing] };
}

function missingFlag(finding: Finding): CookieFlags['missing'] {
  switch (finding.kind) {
    case 'missing-httponly':
      return ['httpOnly'];
    case 'missing-secure':
    case 'samesite-none-insecure':
      return ['secure'];
    case 'missing-samesite':
      return ['sameSite'];
    case 'prefix-violated':
      return finding.parameters.unmet.flatMap((condition) => {
        if (condition === 'secure') return ['secure'];
        return condition === 'http-only' ? ['httpOnly'] : [];
      });
    case 'samesite-unknown':
    case 'prefix-available':
    case 'domain-too-broad':
    case 'long-lived-session':
    case 'attribute-malformed':
    case 'duplicate-set-cookie':
    case 'shadowed-cookie':
    case 'cookie-refused':
    case 'cookie-header-too-large':
    case 'session-on-cacheable-response':
    case 'large-session':
    case 'marshal-serializer':
    case 'outdated-cipher':
    case 'cookie-overflow':
    case 'silent-drop':
    case 'near-limit':
    case 'record-snapshot':
    case 'readable-session':
    case 'lost-update':
    case 'stale-snapshot':
    case 'growing-session':
    case 'replayed-session':
    case 'old-secret-in-use':
    case 'flash-not-swept':
    case 'csrf-rejected':
    case 'rewritten-unchanged':
    case 'heavy-key':
    case 'authorization-in-session':
    case 'sensitive-in-session':
    case 'session-fixation':
    case 'partial-sign-out':
      return [];
  }
}

/** Where a response has several rows, a finding about its request stands on the row of the cookie that it names. */
function hostOf(finding: Finding, lines: readonly JudgedLine[]): number {
  const named = lines.findIndex((line) => line.parsed.name === finding.cookie);
  return named >= 0 ? named : likeliest(lines);
}

function hostOfNote(note: RowNote, lines: readonly JudgedLine[]): number {
  if (note.kind === 'malformed-entry') return 0;
  const names = note.kind === 'not-carried' ? note.cookies.map(({ name }) => name) : note.cookies;
  const named = lines.findIndex((line) => names.includes(line.parsed.name));
  return named >= 0 ? named : likeliest(lines);
}

/** A session's row is shown in every view of the table. */
function likeliest(lines: readonly JudgedLine[]): number {
  return Math.max(
    0,
    lines.findIndex((line) => line.session),
  );
}
