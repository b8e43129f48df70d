import type { StorageOutcome } from '../cookies/storage.ts';
import type { Reading } from '../readers/reader.ts';
import { type CookieRow, isCookieRow } from './cookie-row.ts';
import { type SentLifetime, sentLifetime } from './cookie-summary.ts';
import type { ResponseRow, RowFacts } from './response-row.ts';

/** What is compared of a cookie. */
export const COOKIE_FACETS = [
  'domain',
  'sentTo',
  'path',
  'partition',
  'httpOnly',
  'secure',
  'sameSite',
  'lifetime',
  'stored',
  'size',
  'layout',
  'serializer',
  'digest',
  'secret',
] as const;
export type CookieFacet = (typeof COOKIE_FACETS)[number];

/** Every value that the lines of a cookie have, each once, sorted: codes as the report has them, texts as sent. */
export type FacetValues = readonly string[];

/** One name, whatever its scopes: what it is here may be there on another host. */
export interface DescribedCookie {
  readonly name: string;
  readonly session: boolean;
  readonly facets: ReadonlyMap<CookieFacet, FacetValues>;
  /** Bytes of name and value on the wire, and whether one was over the browser's limit; null where every line deletes it. */
  readonly size: { readonly least: number; readonly most: number; readonly isOver: boolean } | null;
}

/** By name, in the order of the traffic. */
export function describeCookies(
  rows: readonly ResponseRow[],
  facts: (rowId: string) => RowFacts | null,
): ReadonlyMap<string, DescribedCookie> {
  const groups = new Map<string, CookieRow[]>();
  for (const row of rows) {
    if (!isCookieRow(row)) continue;
    const group = groups.get(row.cookie);
    if (group === undefined) groups.set(row.cookie, [row]);
    else group.push(row);
  }
  return new Map([...groups].map(([name, group]) => [name, describe(name, group, facts)]));
}

function describe(name: string, rows: readonly CookieRow[], facts: (rowId: string) => RowFacts | null): DescribedCookie {
  const setting = rows.filter((row) => !row.deleted);
  const size = sizeOf(setting);
  const values = new Map<CookieFacet, Set<string>>();
  const add = (facets: Facets): void => {
    for (const [facet, value] of facets) values.set(facet, (values.get(facet) ?? new Set()).add(value));
  };
  for (const row of rows) add(scopeOf(row));
  for (const row of setting) {
    add(flagsOf(row));
    const reading = row.session ? (facts(row.id)?.reading ?? null) : null;
    if (reading !== null) add(configurationOf(reading));
  }
  if (size !== null) add([['size', size.least === size.most ? `${size.least}` : `${size.least}–${size.most}`]]);
  const facets = new Map([...values].map(([facet, all]) => [facet, [...all].sort()]));
  return { name, session: rows.some((row) => row.session), facets, size };
}

function sizeOf(setting: readonly CookieRow[]): DescribedCookie['size'] {
  if (setting.length === 0) return null;
  let [least, most, isOver] = [Number.POSITIVE_INFINITY, 0, false];
  for (const { sizes } of setting) {
    least = Math.min(least, sizes.wire);
    most = Math.max(most, sizes.wire);
    isOver ||= sizes.wire > sizes.limit;
  }
  return { least, most, isOver };
}

type Facets = readonly (readonly [CookieFacet, string])[];

function scopeOf({ scope, storage }: CookieRow): Facets {
  const outcome = storage?.stored ?? null;
  return [
    ['domain', scope.domain],
    ['sentTo', scope.hostOnly ? 'host' : 'subdomains'],
    ['path', scope.path],
    ...(scope.partition === null ? [] : [['partition', scope.partition] as const]),
    ...(outcome === null ? [] : [['stored', storedCode(outcome)] as const]),
  ];
}

function storedCode(outcome: StorageOutcome): string {
  if (outcome.outcome === 'refused') return outcome.reason;
  return outcome.outcome === 'created' || outcome.outcome === 'replaced' ? 'kept' : 'deleted';
}

function flagsOf({ flags, attributes, startedAt }: CookieRow): Facets {
  return [
    ['httpOnly', flags.httpOnly ? 'yes' : 'no'],
    ['secure', flags.secure ? 'yes' : 'no'],
    ['sameSite', flags.sameSite ?? 'no'],
    ['lifetime', lifetimeCode(sentLifetime(attributes), startedAt)],
  ];
}

/** `session`, or after how many seconds. An Expires moves with the clock: to the hour it is the same. */
function lifetimeCode(lifetime: SentLifetime, startedAt: number): string {
  switch (lifetime.kind) {
    case 'session':
      return 'session';
    case 'max-age':
      return String(lifetime.maxAge);
    case 'expires':
      return String(3600 * Math.round((lifetime.expires - startedAt) / 3_600_000));
  }
}

function configurationOf({ layout, serializer, key }: Reading): Facets {
  return [
    ...(layout === null ? [] : [['layout', layout] as const]),
    ...(serializer === null ? [] : [['serializer', serializer] as const]),
    ...(key?.digest ? [['digest', key.digest] as const] : []),
    ...(key === null ? [] : [['secret', key.secret] as const]),
  ];
}
