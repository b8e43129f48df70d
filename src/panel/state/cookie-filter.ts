import type { FindingKind } from '../../core/findings/finding.ts';
import type { CookieSummary } from '../../core/report/cookie-summary.ts';
import { cookiePasses } from './filter/cookie-passes.ts';
import type { RowFilter } from './filter/read-filter.ts';
import type { Found } from './filter/row-passes.ts';

/** `all` filters nothing, `any` wants a finding of whatever kind, `error` one of that severity. */
export type FindingFilter = 'all' | 'any' | 'error' | FindingKind;

/** The cookies with such a finding that pass the filter. */
export function filterCookies(
  cookies: readonly CookieSummary[],
  filter: RowFilter,
  finding: FindingFilter,
  found: Found,
): readonly CookieSummary[] {
  return cookies.filter((cookie) => hasFinding(cookie, finding) && cookiePasses(cookie, filter, found));
}

/** Whether the cookie has such a finding. */
export function hasFinding({ findings, worst }: CookieSummary, finding: FindingFilter): boolean {
  if (finding === 'all') return true;
  if (finding === 'any') return worst !== null;
  if (finding === 'error') return worst?.severity === 'error';
  return findings.some(({ kind }) => kind === finding);
}

export interface FindingChoice {
  readonly filter: FindingFilter;
  /** Cookies that have it. */
  readonly count: number;
}

/** What can be filtered by: the kinds that occur, by name, and the one chosen even where it no longer does. */
export function findingChoices(cookies: readonly CookieSummary[], chosen: FindingFilter): readonly FindingChoice[] {
  const kinds = new Map<FindingKind, number>();
  for (const { findings } of cookies) for (const { kind } of findings) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  if (chosen !== 'all' && chosen !== 'any' && chosen !== 'error' && !kinds.has(chosen)) kinds.set(chosen, 0);
  const sorted = [...kinds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([filter, count]) => ({ filter, count }));
  const countOf = (filter: FindingFilter): number => cookies.filter((cookie) => hasFinding(cookie, filter)).length;
  return [
    { filter: 'all', count: cookies.length },
    { filter: 'any', count: countOf('any') },
    { filter: 'error', count: countOf('error') },
    ...sorted,
  ];
}
