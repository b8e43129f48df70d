import type { ResponseRow } from '../../../core/report/response-row.ts';
import type { ValueCount } from './completion.ts';
import type { Token } from './filter-terms.ts';
import { cookieNames } from './row-text.ts';
import { isTrueOf, WORDS } from './row-words.ts';

/** Limits that people look for, in bytes: over what a browser keeps, near that, and large. */
export const SIZES: readonly ValueCount[] = ['>4096', '>3500', '>1k'].map((value) => ({ value, count: null }));

/** What the token can be completed with: values that occur in the rows, the most frequent first. */
export function valuesOf(token: Exclude<Token, 'key'>, rows: readonly ResponseRow[], lost: ReadonlySet<string>): readonly ValueCount[] {
  return token === 'size' ? SIZES : countValues(rows, (row) => valuesOfRow(token, row, lost));
}

/** The values that occur, each with in how many of these it does, the most frequent first. */
export function countValues<T>(all: readonly T[], valuesOfOne: (one: T) => readonly string[]): readonly ValueCount[] {
  const counts = new Map<string, number>();
  for (const one of all) {
    for (const value of new Set(valuesOfOne(one))) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([value, count]) => ({ value, count }));
}

export function valuesOfRow(token: Exclude<Token, 'size' | 'key'>, row: ResponseRow, lost: ReadonlySet<string>): readonly string[] {
  switch (token) {
    case 'cookie':
      return cookieNames(row).filter((name) => name !== '');
    case 'domain':
      return row.scope === null ? [row.host] : [row.host, row.scope.domain];
    case 'path':
      return [row.path.replace(/\?.*/s, '')];
    case 'method':
      return [row.method];
    case 'status':
      return row.status === 0 ? ['failed'] : [`${Math.floor(row.status / 100)}xx`, String(row.status)];
    case 'finding':
    case 'event':
    case 'is':
      return WORDS[token].filter((word) => isTrueOf(row, token, word, lost));
  }
}
