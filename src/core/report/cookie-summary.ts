import type { CookieSizes } from '../cookies/cookie-size.ts';
import type { RefusalReason, StorageScope } from '../cookies/storage.ts';
import type { FindingKind, Severity } from '../findings/finding.ts';
import { compareFindings } from '../findings/finding-order.ts';
import { type CookieFindings, groupCookieFindings } from './cookie-findings.ts';
import { type CookieRow, cookieIdentity, isCookieRow } from './cookie-row.ts';
import type { CookieFlags, ResponseRow } from './response-row.ts';

/** Everything that the recording says of one cookie, which is a name with a storage scope. */
export interface CookieSummary {
  /** Stable as long as the recording: the identity as text. */
  readonly id: string;
  readonly name: string;
  readonly scope: StorageScope;
  /** It was recognised as a session cookie at least once. */
  readonly session: boolean;
  /** Flags and lifetime count the lines that set the cookie, refused ones too; null where every line deletes it. */
  readonly httpOnly: Tally<boolean> | null;
  readonly secure: Tally<boolean> | null;
  readonly sameSite: Tally<string | null> | null;
  readonly lifetime: Tally<SentLifetime> | null;
  /** Flags whose absence is a finding of warning or error in some response. */
  readonly missing: CookieFlags['missing'];
  /** When the browser forgets the newest kept version (milliseconds since the epoch), where that is sooner than was asked; else null. */
  readonly cappedAt: number | null;
  /** Of the newest version that was kept, or may have been; null once the cookie is deleted, or when none was kept. */
  readonly sizeNow: CookieSizes | null;
  readonly sizeMost: CookieSizes | null;
  readonly timesSet: number;
  readonly timesDeleted: number;
  /** Most frequent first; null where it is not known of any line what the browser did with it. */
  readonly refused: readonly { readonly reason: RefusalReason; readonly count: number }[] | null;
  /** Once per kind, the worst first. */
  readonly findings: readonly CookieFindings[];
  readonly worst: { readonly kind: FindingKind; readonly severity: Severity } | null;
  /** Its Set-Cookie lines in the order of `rows`. */
  readonly rows: readonly CookieRow[];
}

/** The newest value, how many lines have the same, and of how many. */
export interface Tally<T> {
  readonly value: T;
  readonly same: number;
  readonly of: number;
}

/** As the server asked for it: `maxAge` in seconds, `expires` in milliseconds since the epoch. */
export type SentLifetime =
  | { readonly kind: 'session' }
  | { readonly kind: 'max-age'; readonly maxAge: number }
  | { readonly kind: 'expires'; readonly expires: number };

/** One summary per cookie; `rows` in the order of the traffic. Session cookies first, then by name, domain, path and partition. */
export function summariseCookies(rows: readonly ResponseRow[]): readonly CookieSummary[] {
  const groups = new Map<string, CookieRow[]>();
  for (const row of rows) {
    const id = cookieIdentity(row);
    if (id === null || !isCookieRow(row)) continue;
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [row]);
    else group.push(row);
  }
  const findings = groupCookieFindings(rows, groups);
  return [...groups].map(([id, group]) => summarise(id, group, findings.get(id) ?? [])).sort(compareCookies);
}

export function sentLifetime({ maxAge, expires }: CookieRow['attributes']): SentLifetime {
  if (maxAge !== null) return { kind: 'max-age', maxAge };
  return expires === null ? { kind: 'session' } : { kind: 'expires', expires };
}

/** The default order: it does not change while responses come, but for cookies that are new. */
function compareCookies(a: CookieSummary, b: CookieSummary): number {
  if (a.session !== b.session) return a.session ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function summarise(id: string, rows: readonly CookieRow[], findings: readonly CookieFindings[]): CookieSummary {
  const setting = rows.filter((row) => !row.deleted);
  const [first] = rows;
  if (first === undefined) throw new Error('A cookie without a line');
  const sorted = findings.toSorted(compareFindings);
  return {
    id,
    name: first.cookie,
    scope: first.scope,
    session: rows.some((row) => row.session),
    ...attributesOf(setting),
    cappedAt: cappedAt(setting),
    sizeNow: sizeNow(rows),
    timesSet: setting.length,
    timesDeleted: rows.length - setting.length,
    refused: refusals(rows),
    findings: sorted,
    worst: sorted[0] ?? null,
    rows,
  };
}

type AttributeSummary = Pick<CookieSummary, 'httpOnly' | 'secure' | 'sameSite' | 'lifetime' | 'missing' | 'sizeMost'>;

/** One pass, as a recording may have set one cookie 50,000 times. */
function attributesOf(setting: readonly CookieRow[]): AttributeSummary {
  const newest = setting.at(-1);
  if (newest === undefined) return { httpOnly: null, secure: null, sameSite: null, lifetime: null, missing: [], sizeMost: null };
  const { httpOnly, secure, sameSite } = newest.flags;
  const same = { httpOnly: 0, secure: 0, sameSite: 0, lifetime: 0 };
  const missing = new Set<CookieFlags['missing'][number]>();
  let sizeMost = newest.sizes;
  for (const { flags, attributes, sizes } of setting) {
    if (flags.httpOnly === httpOnly) same.httpOnly++;
    if (flags.secure === secure) same.secure++;
    if (flags.sameSite === sameSite) same.sameSite++;
    if (sameLifetime(attributes, newest.attributes)) same.lifetime++;
    for (const flag of flags.missing) missing.add(flag);
    if (sizes.wire > sizeMost.wire) sizeMost = sizes;
  }
  const of = setting.length;
  return {
    httpOnly: { value: httpOnly, same: same.httpOnly, of },
    secure: { value: secure, same: same.secure, of },
    sameSite: { value: sameSite, same: same.sameSite, of },
    lifetime: { value: sentLifetime(newest.attributes), same: same.lifetime, of },
    missing: [...missing],
    sizeMost,
  };
}

/** An Expires moves with the clock from one response to the next, which makes no difference. */
function sameLifetime(a: CookieRow['attributes'], b: CookieRow['attributes']): boolean {
  return a.maxAge === b.maxAge && (a.maxAge !== null || (a.expires === null) === (b.expires === null));
}

function cappedAt(setting: readonly CookieRow[]): number | null {
  const kept = setting.findLast(({ storage }) => storage?.stored.outcome === 'created' || storage?.stored.outcome === 'replaced');
  const until = kept?.storage?.expiresAt ?? null;
  if (kept === undefined || until === null) return null;
  const lifetime = sentLifetime(kept.attributes);
  if (lifetime.kind === 'session') return null;
  // The browser counts Max-Age from when the response came, so what was asked for is never earlier than this.
  const asked = lifetime.kind === 'expires' ? lifetime.expires : kept.startedAt + lifetime.maxAge * 1000;
  return until < asked - 1000 ? until : null;
}

function sizeNow(rows: readonly CookieRow[]): CookieSizes | null {
  const newest = rows.findLast(({ storage }) => storage?.stored.outcome !== 'refused' && storage?.stored.outcome !== 'ignored');
  return newest === undefined || newest.deleted ? null : newest.sizes;
}

function refusals(rows: readonly CookieRow[]): CookieSummary['refused'] {
  const counts = new Map<RefusalReason, number>();
  let known = false;
  for (const { storage } of rows) {
    if (storage === null) continue;
    known = true;
    if (storage.stored.outcome === 'refused') counts.set(storage.stored.reason, (counts.get(storage.stored.reason) ?? 0) + 1);
  }
  return known ? [...counts].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count) : null;
}
