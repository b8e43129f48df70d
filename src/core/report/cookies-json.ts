import type { CookieSummary } from './cookie-summary.ts';

const COOKIES_SCHEMA = 'sessionscope.cookies/1';

/**
 * The Cookies table for programs. Sizes are bytes, `maxAge` seconds, times ISO 8601. Holds no cookie values and no URLs of requests.
 * Fields are only added within version 1.
 */
export function printCookiesJson(cookies: readonly CookieSummary[]): string {
  return `${JSON.stringify({ schema: COOKIES_SCHEMA, cookies: cookies.map(cookieJson) }, null, 2)}\n`;
}

function cookieJson(cookie: CookieSummary) {
  const { name, scope, session, httpOnly, secure, sameSite, lifetime, cappedAt, sizeNow, sizeMost, timesSet, timesDeleted } = cookie;
  const { domain, hostOnly, path, partition } = scope;
  return {
    name,
    scope: { domain, hostOnly, path, partition },
    session,
    httpOnly,
    secure,
    sameSite,
    lifetime: lifetime && { ...lifetime, value: lifetimeJson(lifetime.value) },
    cappedAt: cappedAt === null ? null : isoTime(cappedAt),
    sizeNow,
    sizeMost,
    timesSet,
    timesDeleted,
    refused: cookie.refused,
    findings: cookie.findings.map(({ kind, severity, rows }) => ({ kind, severity, occurrences: rows.length })),
  };
}

function lifetimeJson(lifetime: NonNullable<CookieSummary['lifetime']>['value']) {
  return lifetime.kind === 'expires' ? { kind: lifetime.kind, expires: isoTime(lifetime.expires) } : lifetime;
}

/** Null for a time that no date can be. */
function isoTime(time: number): string | null {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
