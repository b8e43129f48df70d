import type { CookieRow } from '../../core/report/cookie-row.ts';
import { type CookieSummary, type SentLifetime, sentLifetime, type Tally } from '../../core/report/cookie-summary.ts';
import { refusalLabel } from '../../core/report/refusal-label.ts';
import type { CookieColumn } from '../state/cookie-order.ts';
import { counted, type MessageKey, message } from './message.ts';
import { formatBytes, formatCount, formatDate, formatDuration } from './numbers.ts';
import { severityText } from './severity.ts';
import { storageLabel } from './storage.ts';

/** The names of the standard stay as they are. */
type FlagColumn = 'httpOnly' | 'secure' | 'sameSite';
const FLAGS: Readonly<Record<FlagColumn, string>> = { httpOnly: 'HttpOnly', secure: 'Secure', sameSite: 'SameSite' };

const TITLES: Readonly<Record<Exclude<CookieColumn, FlagColumn>, MessageKey>> = {
  name: 'cookiesName',
  domain: 'cookiesDomain',
  path: 'cookiesPath',
  lifetime: 'cookiesLifetime',
  sizeNow: 'cookiesSizeNow',
  sizeMost: 'cookiesSizeMost',
  set: 'cookiesSet',
  refused: 'cookiesRefused',
  findings: 'cookiesFindings',
};

export function columnTitle(column: CookieColumn): string {
  if (column === 'httpOnly' || column === 'secure' || column === 'sameSite') return FLAGS[column];
  return message(TITLES[column]);
}

/** A lifetime in a word or two. */
export function shortLifetime(lifetime: SentLifetime): string {
  switch (lifetime.kind) {
    case 'session':
      return message('cookiesLifetimeSession');
    case 'max-age':
      return formatDuration(lifetime.maxAge);
    case 'expires':
      return message('cookiesLifetimeUntil', formatDate(lifetime.expires).slice(0, 10));
  }
}

/** `(2 of 3)` where the responses differ. */
export function differsText(tally: Tally<unknown>): string {
  return tally.same === tally.of ? '' : message('cookiesSameOf', formatCount(tally.same), formatCount(tally.of));
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
      return nameText(cookie);
    case 'domain':
      return message(scope.hostOnly ? 'cookiesSentToHost' : 'cookiesSentToDomain', scope.domain);
    case 'path':
      return pathText(scope);
    case 'httpOnly':
      return flagText(cookie.httpOnly, 'HttpOnly', 'attributeNoHttpOnly');
    case 'secure':
      return flagText(cookie.secure, 'Secure', 'attributeNoSecure');
    case 'sameSite':
      return sameSiteText(cookie.sameSite);
    case 'lifetime':
      return lifetime === null ? message('cookiesAlwaysDeleted') : lifetimeSentence(cookie, lifetime);
    case 'sizeNow':
      return sizeNow === null ? message('cookiesNoVersion') : sizeText(sizeNow);
    case 'sizeMost':
      return sizeMost === null ? message('cookiesAlwaysDeleted') : sizeText(sizeMost);
    case 'set':
      return message('cookiesTimesSet', counted('unitTimes', cookie.timesSet), counted('unitTimes', cookie.timesDeleted));
    case 'refused':
      return refusedText(refused);
    case 'findings':
      return (
        cookie.findings
          .map(({ kind, severity, rows }) => message('cookiesFindingTimes', severityText(severity), kind, formatCount(rows.length)))
          .join(', ') || message('cookiesNoFindings')
      );
  }
}

function nameText({ name, session }: CookieSummary): string {
  const shown = name || message('cookiesNameless');
  return session ? message('cookiesIsSession', shown) : shown;
}

function pathText({ path, partition }: CookieSummary['scope']): string {
  const text = path === '/' ? message('cookiesEveryPath') : message('cookiesSentToPath', path);
  return partition === null ? text : message('cookiesPartitioned', text, partition);
}

function refusedText(refused: CookieSummary['refused']): string {
  if (refused === null) return message('cookiesRefusedUnknown');
  if (refused.length === 0) return message('cookiesNeverRefused');
  const reasons = refused.map(({ reason, count }) => `${refusalLabel(reason)} ${formatCount(count)}×`).join(', ');
  return message('cookiesRefusedTimes', counted('unitTimes', refusedCount(refused)), reasons);
}

function flagText(flag: Tally<boolean> | null, name: string, without: MessageKey): string {
  if (flag === null) return message('cookiesAlwaysDeleted');
  const count = flagCount(flag);
  if (count === 0) return message('cookiesFlagNotSet', name, message(without));
  return count === flag.of
    ? message('cookiesFlagSet', name)
    : message('cookiesFlagSetIn', name, formatCount(count), counted('unitResponses', flag.of));
}

function sameSiteText(sameSite: CookieSummary['sameSite']): string {
  if (sameSite === null) return message('cookiesAlwaysDeleted');
  const { value, same, of } = sameSite;
  const meaning = message('attributeNoSameSite');
  if (same === of) return value === null ? message('cookiesSameSiteNotSet', meaning) : `SameSite=${value}`;
  const [some, all] = [formatCount(same), counted('unitResponses', of)];
  return value === null ? message('cookiesSameSiteNotSetIn', some, all, meaning) : message('cookiesSameSiteIn', value, some, all);
}

function lifetimeSentence({ cappedAt }: CookieSummary, lifetime: Tally<SentLifetime>): string {
  const asked = lifetimeText(lifetime.value);
  const { same, of } = lifetime;
  const text = same === of ? asked : message('cookiesLifetimeIn', asked, formatCount(same), counted('unitResponses', of));
  return cappedAt === null ? text : message('cookiesCapped', text, formatDate(cappedAt));
}

function lifetimeText(lifetime: SentLifetime): string {
  switch (lifetime.kind) {
    case 'session':
      return message('cookiesNoExpiry');
    case 'max-age':
      return message('cookiesMaxAge', lifetime.maxAge, formatDuration(lifetime.maxAge));
    case 'expires':
      return message('cookiesExpires', formatDate(lifetime.expires));
  }
}

function sizeText({ wire, limit }: CookieRow['sizes']): string {
  return wire > limit
    ? message('cookiesSizeOver', formatBytes(wire), formatBytes(wire - limit))
    : message('cookiesSizeWithin', formatBytes(wire), formatCount(limit));
}

/** What one response says about the column: its part in the cell. */
export function evidenceText({ attributes, flags, sizes, storage, deleted }: CookieRow, column: CookieColumn): string {
  switch (column) {
    case 'domain':
      return attributes.domain === null ? message('cookiesNoAttribute', 'Domain') : `Domain=${attributes.domain}`;
    case 'path':
      return `${attributes.path === null ? message('cookiesNoAttribute', 'Path') : `Path=${attributes.path}`}${flags.partitioned ? ', Partitioned' : ''}`;
    case 'httpOnly':
      return flags.httpOnly ? 'HttpOnly' : message('cookiesNotSet');
    case 'secure':
      return flags.secure ? 'Secure' : message('cookiesNotSet');
    case 'sameSite':
      return flags.sameSite === null ? message('cookiesNotSet') : `SameSite=${flags.sameSite}`;
    case 'lifetime':
      return lifetimeText(sentLifetime(attributes));
    case 'sizeNow':
    case 'sizeMost':
      return deleted ? message('cookiesDeleted') : formatBytes(sizes.wire);
    case 'name':
    case 'set':
    case 'refused':
    case 'findings':
      return storage === null && deleted ? message('cookiesDeletesIt') : storageLabel(storage);
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
