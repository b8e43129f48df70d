import { cookieScope } from '../cookies/cookie-scope.ts';
import type { LineStorage } from '../cookies/storage.ts';
import type { RepeatedLines } from '../findings/subject.ts';
import type { ParsedExchange, ParsedLine, ParsedValue } from './parsed-exchange.ts';

/** A cookie name of a request. `value` is the first of that name, which is the one that Rack reads. */
export interface NameCount {
  readonly value: ParsedValue;
  readonly times: number;
  /** The values are not all the same. */
  readonly differ: boolean;
}

/** The names that a request carries, in the order of their first values. */
export function namesCarried({ carried }: ParsedExchange): readonly NameCount[] {
  const names = new Map<string, NameCount>();
  for (const value of carried) {
    const { name } = value.sealed;
    const known = names.get(name);
    if (known === undefined) names.set(name, { value, times: 1, differ: false });
    else names.set(name, { ...known, times: known.times + 1, differ: known.differ || known.value.key !== value.key });
  }
  return [...names.values()];
}

/** A line with what the browser did with it. */
interface StoredLine {
  readonly line: ParsedLine;
  readonly storage: LineStorage | null;
}

/** Cookies that a response sets more than once, by the index of the last line that does. Lines that take a cookie away set nothing. */
export function repeatedLines(url: string, stored: readonly StoredLine[]): ReadonlyMap<number, RepeatedLines> {
  const byIdentity = new Map<string, ParsedLine[]>();
  for (const each of stored) {
    if (each.line.deleted) continue;
    const identity = identityOf(url, each);
    const lines = byIdentity.get(identity);
    if (lines === undefined) byIdentity.set(identity, [each.line]);
    else lines.push(each.line);
  }
  const repeated = new Map<number, RepeatedLines>();
  for (const lines of byIdentity.values()) {
    const last = lines.at(-1);
    if (last === undefined || lines.length === 1) continue;
    repeated.set(last.line, { lines: lines.map(({ line }) => line), differ: lines.some(({ key }) => key !== last.key) });
  }
  return repeated;
}

/** RFC 6265bis, 5.7: a host-only cookie and one of the same domain are two. */
function identityOf(url: string, { line, storage }: StoredLine): string {
  const { domain, hostOnly, path } = storage?.scope ?? cookieScope(line.cookie, url);
  // The top-level site is the same for all lines of a response, so the flag tells as much as the partition would.
  return JSON.stringify([line.cookie.name, domain, hostOnly, path, line.cookie.effective.partitioned]);
}
