import type { CookieSummary, SentLifetime, Tally } from './cookie-summary.ts';

/** A column of the Cookies table as text, for exports. Times are ISO 8601 in UTC, so that an export says the same everywhere. */
interface TextColumn {
  readonly title: string;
  /** Identifier, for files that programs read. */
  readonly key: string;
  readonly numeric?: true;
  text(cookie: CookieSummary): string;
}

/**
 * What every tabular export shows of a cookie. Neither its value nor the URL of any request is among it, so that nothing is left to redact.
 */
export const COOKIE_COLUMNS: readonly TextColumn[] = [
  { title: 'Name', key: 'name', text: ({ name }) => name },
  { title: 'Domain', key: 'domain', text: ({ scope }) => scope.domain },
  { title: 'Sent to', key: 'sentTo', text: ({ scope }) => (scope.hostOnly ? 'this host' : 'with subdomains') },
  { title: 'Path', key: 'path', text: ({ scope }) => scope.path },
  { title: 'Partition', key: 'partition', text: ({ scope }) => scope.partition ?? '' },
  { title: 'HttpOnly', key: 'httpOnly', text: ({ httpOnly }) => tallyText(httpOnly, yesNo) },
  { title: 'Secure', key: 'secure', text: ({ secure }) => tallyText(secure, yesNo) },
  { title: 'SameSite', key: 'sameSite', text: ({ sameSite }) => tallyText(sameSite, (value) => value ?? 'not set') },
  { title: 'Lifetime', key: 'lifetime', text: ({ lifetime }) => tallyText(lifetime, lifetimeText) },
  { title: 'Kept until', key: 'cappedAt', text: ({ cappedAt }) => (cappedAt === null ? '' : isoTime(cappedAt)) },
  { title: 'Size', key: 'sizeNow', numeric: true, text: ({ sizeNow }) => bytesText(sizeNow) },
  { title: 'At most', key: 'sizeMost', numeric: true, text: ({ sizeMost }) => bytesText(sizeMost) },
  { title: 'Set', key: 'timesSet', numeric: true, text: ({ timesSet }) => String(timesSet) },
  { title: 'Deleted', key: 'timesDeleted', numeric: true, text: ({ timesDeleted }) => String(timesDeleted) },
  { title: 'Refused', key: 'refused', text: ({ refused }) => refusedText(refused) },
  { title: 'Findings', key: 'findings', text: ({ findings }) => findings.map(({ kind, severity }) => `${severity}: ${kind}`).join(', ') },
];

function tallyText<T>(tally: Tally<T> | null, text: (value: T) => string): string {
  if (tally === null) return '';
  const word = text(tally.value);
  return tally.same === tally.of ? word : `${word} (${tally.same} of ${tally.of})`;
}

const yesNo = (value: boolean): string => (value ? 'yes' : 'no');

function lifetimeText(lifetime: SentLifetime): string {
  switch (lifetime.kind) {
    case 'session':
      return 'session';
    case 'max-age':
      return `Max-Age=${lifetime.maxAge}`;
    case 'expires':
      return `until ${isoTime(lifetime.expires)}`;
  }
}

function isoTime(time: number): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? 'a time out of range' : date.toISOString();
}

const bytesText = (sizes: CookieSummary['sizeNow']): string => (sizes === null ? '' : String(sizes.wire));

function refusedText(refused: CookieSummary['refused']): string {
  if (refused === null) return '';
  const count = refused.reduce((sum, each) => sum + each.count, 0);
  return count === 0 ? '0' : `${count} (${refused.map(({ reason }) => reason).join(', ')})`;
}
