import type { FindingKind } from '../../core/findings/finding.ts';
import type { CookieSummary } from '../../core/report/cookie-summary.ts';

/** `all` filters nothing, `any` wants a finding of whatever kind, `error` one of that severity. */
export type FindingFilter = 'all' | 'any' | 'error' | FindingKind;

/** The cookies with such a finding whose name and domain hold every word (lower case). */
export function filterCookies(
  cookies: readonly CookieSummary[],
  words: readonly string[],
  finding: FindingFilter,
): readonly CookieSummary[] {
  return cookies.filter((cookie) => hasFinding(cookie, finding) && hasWords(cookie, words));
}

function hasWords({ name, scope }: CookieSummary, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = `${name}\n${scope.domain}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

function hasFinding({ findings, worst }: CookieSummary, finding: FindingFilter): boolean {
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
  const countOf = (filter: FindingFilter): number => filterCookies(cookies, [], filter).length;
  return [
    { filter: 'all', count: cookies.length },
    { filter: 'any', count: countOf('any') },
    { filter: 'error', count: countOf('error') },
    ...sorted,
  ];
}
