import type { Report, ReportCookie } from './report.ts';

/** One cookie of a report, by name and scope: what its newest line asks for, and its sizes. Neither values nor addresses. */
export interface CookieLine {
  readonly newest: ReportCookie;
  readonly timesSet: number;
  /** Name + value as sent, in bytes, at most. */
  readonly most: number;
  /** Why browsers refused lines of it, each once. */
  readonly refused: readonly string[];
  /** By time, every line that set it. */
  readonly lines: readonly ReportCookie[];
}

/** Session cookies first, then in the order in which they are first set. */
export function cookieLines({ cookies }: Report): readonly CookieLine[] {
  const groups = new Map<string, ReportCookie[]>();
  for (const cookie of cookies) {
    const { domain, path, partition } = cookie.scope;
    const key = JSON.stringify([cookie.name, domain, path, partition]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [cookie]);
    else group.push(cookie);
  }
  const lines = [...groups.values()].flatMap((group) => summed(group));
  const rank = ({ lines: group }: CookieLine): number => (group.some(({ session }) => session !== null) ? 0 : 1);
  return lines.sort((a, b) => rank(a) - rank(b));
}

function summed(lines: readonly ReportCookie[]): readonly CookieLine[] {
  const newest = lines.at(-1);
  if (newest === undefined) return [];
  const reasons = lines.flatMap(({ stored }) => (stored?.outcome === 'refused' ? [stored.reason] : []));
  const most = lines.reduce((size, each) => Math.max(size, each.size.wire), 0);
  return [{ newest, timesSet: lines.length, most, refused: [...new Set(reasons)], lines }];
}

/** `HttpOnly Secure SameSite=Lax`; what is not set is left out. A SameSite is the server's own word. */
export function flagWords({ attributes }: ReportCookie): string {
  const { httpOnly, secure, sameSite, partitioned } = attributes;
  const words = [httpOnly && 'HttpOnly', secure && 'Secure', sameSite !== null && `SameSite=${sameSite}`, partitioned && 'Partitioned'];
  return words.filter((word) => word !== false).join(' ');
}

/** `app.test/shop`, with a dot before a domain whose subdomains get the cookie too. */
export function scopeText({ scope }: ReportCookie): string {
  return `${scope.hostOnly ? '' : '.'}${scope.domain}${scope.path}`;
}
