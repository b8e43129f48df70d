import { cookieScope } from '../../../src/core/cookies/cookie-scope.ts';
import { cookieSizes } from '../../../src/core/cookies/cookie-size.ts';
import { parseSetCookie } from '../../../src/core/cookies/set-cookie.ts';
import type { StorageOutcome } from '../../../src/core/cookies/storage.ts';
import type { ResponseRow, RowFinding } from '../../../src/core/report/response-row.ts';
import { deletesCookie } from '../../../src/core/session/deletion.ts';

interface Given {
  readonly url?: string;
  /** The row is about a session cookie. */
  readonly session?: boolean;
  /** What the browser did; null when that is not known. */
  readonly stored?: StorageOutcome | null;
  readonly expiresAt?: number | null;
  readonly partition?: string;
  readonly findings?: readonly RowFinding[];
  readonly missing?: readonly ('httpOnly' | 'secure' | 'sameSite')[];
}

export const START = Date.UTC(2026, 0, 15, 10);

/** Rows as the analysis gives them, one per Set-Cookie line and a second apart; null is a request without one. */
export function cookieRows(lines: readonly (readonly [string | null, Given?])[]): readonly ResponseRow[] {
  return lines.map(([line, given = {}], index) => row(line, given, index));
}

function row(line: string | null, given: Given, index: number): ResponseRow {
  const startedAt = START + index * 1000;
  const url = new URL(given.url ?? 'https://app.test/');
  const findings = given.findings ?? [];
  const common = {
    id: `x${index}#0`,
    exchangeId: `x${index}`,
    line: 0,
    startedAt,
    method: 'GET',
    host: url.host,
    path: url.pathname,
    status: 200,
    session: given.session ?? false,
    reading: null,
    thirdParty: false,
    change: null,
    findings: findings.length,
    findingKinds: findings,
    worst: null,
    notes: [],
  };
  if (line === null) return { ...common, line: null, cookie: null, ...NOTHING };
  const cookie = parseSetCookie(line);
  const { domain, path, maxAge, expires } = cookie.effective;
  const scope = { ...cookieScope(cookie, url.href), partition: given.partition ?? null };
  const { stored = { outcome: 'created' }, expiresAt = null } = given;
  return {
    ...common,
    cookie: cookie.name,
    sizes: cookieSizes(cookie),
    flags: { ...cookie.effective, missing: given.missing ?? [] },
    attributes: { domain, path, maxAge, expires: expires?.time ?? null },
    scope,
    deleted: deletesCookie(cookie, startedAt),
    storage: stored && { stored, scope, expiresAt, evidence: null },
  };
}

const NOTHING = { sizes: null, flags: null, attributes: null, scope: null, deleted: false, storage: null } as const;
