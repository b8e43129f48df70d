import { domainMatch, pathMatch } from '../cookies/cookie-match.ts';
import type { StorageScope } from '../cookies/storage.ts';
import { isLoopbackHost } from '../http/loopback.ts';
import { parseUrl } from '../http/parse-url.ts';
import type { HistoryStep } from '../session/history-step.ts';
import type { Version } from '../session/version.ts';

/** Whether a cookie that is kept there would go to this host. */
export function reachesHost({ domain, hostOnly }: StorageScope, hostname: string): boolean {
  return hostOnly ? domain === hostname : domainMatch(hostname, domain);
}

/** Whether the browser could send the version with this request; null where its scope is not known. */
export function isInScope({ scope }: Version, { hostname, path }: HistoryStep): boolean | null {
  if (scope === null) return null;
  return reachesHost(scope, hostname) && pathMatch(path === '' ? '/' : path, scope.path);
}

/** Two cookies of one scope and name replace one another. */
export function scopeText(scope: StorageScope | null): string {
  return scope === null ? '' : JSON.stringify([scope.domain, scope.hostOnly, scope.path, scope.partition]);
}

/**
 * Whether people take the two hosts for one: www and the apex, localhost and 127.0.0.1 with the same port (another port is another
 * application).
 */
export function isSameToPeople(url: string, other: string): boolean {
  const [one, two] = [parseUrl(url), parseUrl(other)];
  if (one === null || two === null) return false;
  if (isMachine(one.hostname) && isMachine(two.hostname)) return one.port === two.port;
  return bare(one.hostname) === bare(two.hostname);
}

/** Without names below localhost, which development gives to tenants. */
const isMachine = (hostname: string): boolean => isLoopbackHost(hostname) && !hostname.endsWith('.localhost');

const bare = (hostname: string): string => hostname.replace(/^www\./, '');
