import type { CookieSummary, Tally } from '../../core/report/cookie-summary.ts';
import { type ColumnSort, nextColumnSort } from './column-sort.ts';
import type { ColumnTrack } from './column-tracks.ts';

export const COOKIE_COLUMN_IDS = [
  'name',
  'domain',
  'path',
  'httpOnly',
  'secure',
  'sameSite',
  'lifetime',
  'sizeNow',
  'sizeMost',
  'set',
  'refused',
  'findings',
] as const;

export type CookieColumn = (typeof COOKIE_COLUMN_IDS)[number];

/** The flexible ones of a wide panel share what is left by these numbers. */
export const COOKIE_TRACKS: Record<CookieColumn, ColumnTrack> = {
  name: { least: 124, share: 160 },
  domain: { least: 144, share: 180 },
  path: { least: 64, share: 60 },
  httpOnly: { least: 76, share: 72 },
  secure: { least: 68, share: 72 },
  sameSite: { least: 88, share: 80 },
  lifetime: { least: 112, share: 120 },
  sizeNow: { least: 82, share: 90 },
  sizeMost: { fixed: '78px' },
  set: { fixed: '50px' },
  refused: { least: 90, share: 140 },
  findings: { least: 90, share: 160 },
};

export type CookieSort = ColumnSort<CookieColumn>;

const MOST_FIRST: readonly CookieColumn[] = ['sizeNow', 'sizeMost', 'set', 'refused', 'findings'];

/** What a click on a column's head leads to. */
export const nextSort = (sort: CookieSort | null, column: CookieColumn): CookieSort | null => nextColumnSort(sort, column, MOST_FIRST);

/** Sorted by one column; what is equal there keeps the default order, in which `cookies` are given. */
export function sortCookies(cookies: readonly CookieSummary[], sort: CookieSort | null): readonly CookieSummary[] {
  if (sort === null) return cookies;
  const keys = new Map(cookies.map((cookie) => [cookie, sortKey(cookie, sort.column)]));
  const sign = sort.descending ? -1 : 1;
  return [...cookies].sort((a, b) => sign * compareKeys(keys.get(a) ?? 0, keys.get(b) ?? 0));
}

type Key = string | number;

const compareKeys = (a: Key, b: Key): number => (a < b ? -1 : a > b ? 1 : 0);

function sortKey(cookie: CookieSummary, column: CookieColumn): Key {
  switch (column) {
    case 'name':
      return cookie.name.toLowerCase();
    case 'domain':
      return cookie.scope.domain;
    case 'path':
      return cookie.scope.path + (cookie.scope.partition ?? '');
    case 'httpOnly':
      return shareSet(cookie.httpOnly);
    case 'secure':
      return shareSet(cookie.secure);
    case 'sameSite':
      return cookie.sameSite?.value ?? '';
    case 'lifetime':
      return seconds(cookie);
    case 'sizeNow':
      return cookie.sizeNow?.wire ?? -1;
    case 'sizeMost':
      return cookie.sizeMost?.wire ?? -1;
    case 'set':
      return cookie.timesSet;
    case 'refused':
      return cookie.refused?.reduce((sum, { count }) => sum + count, 0) ?? -1;
    case 'findings':
      return findingsWeight(cookie);
  }
}

/** Share of the responses with the flag; -1 where none sets the cookie. */
function shareSet(flag: Tally<boolean> | null): number {
  if (flag === null) return -1;
  return (flag.value ? flag.same : flag.of - flag.same) / flag.of;
}

/** A cookie that ends with the browser comes before the shortest lifetime. */
function seconds({ lifetime, rows }: CookieSummary): number {
  if (lifetime === null) return Number.NEGATIVE_INFINITY;
  switch (lifetime.value.kind) {
    case 'session':
      return -1;
    case 'max-age':
      return lifetime.value.maxAge;
    case 'expires':
      return (lifetime.value.expires - (rows.at(-1)?.startedAt ?? 0)) / 1000;
  }
}

/** One error weighs more than any number of warnings, and so on. */
function findingsWeight({ findings }: CookieSummary): number {
  const weights = { error: 1_000_000, warning: 1_000, info: 1 };
  return findings.reduce((sum, { severity }) => sum + weights[severity], 0);
}
