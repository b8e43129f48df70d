import type { CookieRow } from '../../core/report/cookie-row.ts';
import { type CookieSummary, type SentLifetime, sentLifetime, type Tally } from '../../core/report/cookie-summary.ts';
import type { CookieColumn } from '../state/cookie-order.ts';
import { formatBytes, formatCount, formatDate, formatDuration, plural } from './numbers.ts';
import { refusalLabel, storageLabel } from './storage.ts';

export const COOKIE_COLUMN_TITLES: Record<CookieColumn, string> = {
  name: 'Name',
  domain: 'Domain',
  path: 'Path',
  httpOnly: 'HttpOnly',
  secure: 'Secure',
  sameSite: 'SameSite',
  lifetime: 'Lifetime',
  sizeNow: 'Size now',
  sizeMost: 'At most',
  set: 'Set',
  refused: 'Refused',
  findings: 'Findings',
};

/** A lifetime in a word or two. */
export function shortLifetime(lifetime: SentLifetime): string {
  switch (lifetime.kind) {
    case 'session':
      return 'session';
    case 'max-age':
      return formatDuration(lifetime.maxAge);
    case 'expires':
      return `until ${formatDate(lifetime.expires).slice(0, 10)}`;
  }
}

/** `(2 of 3)` where the responses differ. */
export function differsText(tally: Tally<unknown>): string {
  return tally.same === tally.of ? '' : `(${formatCount(tally.same)} of ${formatCount(tally.of)})`;
}

/** How many of the responses have the flag, and of how many. */
export function flagCount({ value, same, of }: Tally<boolean>): number {
  return value ? same : of - same;
}

export const refusedCount = (refused: NonNullable<CookieSummary['refused']>): number => refused.reduce((sum, { count }) => sum + count, 0);

/** The cell in a sentence: its tooltip, what screen readers say, and the first line of its details. */
export function cellText(cookie: CookieSummary, column: CookieColumn): string {
  const { scope, lifetime, sizeNow, sizeMost, refused } = cookie;
  switch (column) {
    case 'name':
      return `${cookie.name || 'Nameless'}${cookie.session ? ', a session cookie' : ''}`;
    case 'domain':
      return scope.hostOnly ? `Sent to ${scope.domain} and no other host` : `Sent to ${scope.domain} and all its subdomains`;
    case 'path':
      return `Sent to ${scope.path === '/' ? 'every path' : `${scope.path} and what is below it`}${scope.partition === null ? '' : `, only inside ${scope.partition} (Partitioned)`}`;
    case 'httpOnly':
      return flagText(cookie.httpOnly, 'HttpOnly', 'scripts can read it');
    case 'secure':
      return flagText(cookie.secure, 'Secure', 'sent over plain http too');
    case 'sameSite':
      return sameSiteText(cookie.sameSite);
    case 'lifetime':
      return lifetime === null ? 'Every response deletes it' : lifetimeSentence(cookie, lifetime);
    case 'sizeNow':
      return sizeNow === null ? 'The browser has no version of it now' : sizeText(sizeNow);
    case 'sizeMost':
      return sizeMost === null ? 'Every response deletes it' : sizeText(sizeMost);
    case 'set':
      return `Set ${plural(cookie.timesSet, 'time')}, deleted ${plural(cookie.timesDeleted, 'time')}`;
    case 'refused':
      if (refused === null) return 'What the browser did with it is not known';
      if (refused.length === 0) return 'Never refused by the browser';
      return `Refused by the browser ${plural(refusedCount(refused), 'time')}: ${refused.map(({ reason, count }) => `${refusalLabel(reason)} ${formatCount(count)}×`).join(', ')}`;
    case 'findings':
      return (
        cookie.findings.map(({ kind, severity, rows }) => `${severity}: ${kind} ${formatCount(rows.length)}×`).join(', ') || 'No findings'
      );
  }
}

function flagText(flag: Tally<boolean> | null, name: string, without: string): string {
  if (flag === null) return 'Every response deletes it';
  const count = flagCount(flag);
  if (count === 0) return `${name} is not set: ${without}`;
  return count === flag.of ? `${name} is set` : `${name} is set in ${formatCount(count)} of ${plural(flag.of, 'response')}`;
}

function sameSiteText(sameSite: CookieSummary['sameSite']): string {
  if (sameSite === null) return 'Every response deletes it';
  const differs =
    sameSite.same === sameSite.of ? '' : ` in ${formatCount(sameSite.same)} of ${plural(sameSite.of, 'response')}, else otherwise`;
  if (sameSite.value === null) return `SameSite is not set${differs}: Chromium treats it as Lax, Firefox as None`;
  return `SameSite=${sameSite.value}${differs}`;
}

function lifetimeSentence({ cappedAt }: CookieSummary, lifetime: Tally<SentLifetime>): string {
  const asked = lifetimeText(lifetime.value);
  const differs = lifetime.same === lifetime.of ? '' : `, in ${formatCount(lifetime.same)} of ${plural(lifetime.of, 'response')}`;
  return `${asked}${differs}${cappedAt === null ? '' : `. The browser keeps it until ${formatDate(cappedAt)} only, 400 days at most`}`;
}

function lifetimeText(lifetime: SentLifetime): string {
  switch (lifetime.kind) {
    case 'session':
      return 'No Max-Age and no Expires: until the browser closes';
    case 'max-age':
      return `Max-Age=${lifetime.maxAge}: ${formatDuration(lifetime.maxAge)}`;
    case 'expires':
      return `Expires ${formatDate(lifetime.expires)}, local time`;
  }
}

function sizeText({ wire, limit }: CookieRow['sizes']): string {
  const over = wire > limit ? `, ${formatBytes(wire - limit)} over the limit: the browser refuses it` : `, limit ${formatCount(limit)}`;
  return `${formatBytes(wire)} of name and value${over}`;
}

/** What one response says about the column: its part in the cell. */
export function evidenceText({ attributes, flags, sizes, storage, deleted }: CookieRow, column: CookieColumn): string {
  switch (column) {
    case 'domain':
      return attributes.domain === null ? 'no Domain' : `Domain=${attributes.domain}`;
    case 'path':
      return `${attributes.path === null ? 'no Path' : `Path=${attributes.path}`}${flags.partitioned ? ', Partitioned' : ''}`;
    case 'httpOnly':
      return flags.httpOnly ? 'HttpOnly' : 'not set';
    case 'secure':
      return flags.secure ? 'Secure' : 'not set';
    case 'sameSite':
      return flags.sameSite === null ? 'not set' : `SameSite=${flags.sameSite}`;
    case 'lifetime':
      return lifetimeText(sentLifetime(attributes));
    case 'sizeNow':
    case 'sizeMost':
      return deleted ? 'deleted' : formatBytes(sizes.wire);
    case 'name':
    case 'set':
    case 'refused':
    case 'findings':
      return storage === null && deleted ? 'deletes it' : storageLabel(storage);
  }
}

/** The responses that decided a cell, in the order of the traffic. */
export function evidenceRows({ rows }: CookieSummary, column: CookieColumn): readonly CookieRow[] {
  switch (column) {
    case 'httpOnly':
    case 'secure':
    case 'sameSite':
    case 'lifetime':
      return rows.filter((row) => !row.deleted);
    case 'refused':
      return rows.filter((row) => row.storage?.stored.outcome === 'refused');
    default:
      return rows;
  }
}
