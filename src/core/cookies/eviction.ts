import type { BrowserRules } from './browser-rules.ts';
import type { StoredCookie } from './storage.ts';

/** A cookie with what the order of sending and of removal needs. */
export interface Held {
  readonly cookie: StoredCookie;
  /** Counts up; decides between cookies of one millisecond. */
  readonly order: number;
  /** Milliseconds since the epoch: last stored or sent. */
  readonly usedAt: number;
}

/**
 * What a browser removes when one site has too many cookies in one partition: those that have expired, then those without
 * Secure, then the others, each time the least recently used first. Cookies' Priority (Chromium) is taken as medium.
 * Source: RFC 6265bis, 5.7 (after step 24); numbers in `BROWSER_RULES`.
 */
export function evictionFrom(held: readonly Held[], at: number, rules: BrowserRules): readonly Held[] {
  const { most, down, recent, secure } = rules.perSite;
  const isPartitioned = held[0] !== undefined && held[0].cookie.partition !== null;
  const isTooMany = held.length > most;
  let excess = isPartitioned && rules.bytesPerPartition !== null ? totalBytes(held) - rules.bytesPerPartition : 0;
  if (!isTooMany && excess <= 0) return [];

  const oldestFirst = held.toSorted((a, b) => a.usedAt - b.usedAt || a.order - b.order);
  const isExpired = ({ cookie }: Held): boolean => cookie.expiresAt !== null && cookie.expiresAt <= at;
  const removed = new Set(oldestFirst.filter(isExpired));
  for (const each of removed) excess -= bytes(each);

  const live = oldestFirst.filter((each) => !removed.has(each));
  const unprotected = live.slice(0, Math.max(0, live.length - recent));
  const queue = unprotected.filter(({ cookie }) => !cookie.secure);
  const newest = live.at(-1);
  const safe = unprotected.filter(({ cookie }) => cookie.secure);
  if (secure === 'last' || (queue.length + removed.size === 0 && newest?.cookie.secure)) queue.push(...safe);
  // Firefox has nothing to remove for a new cookie without Secure then, and refuses it.
  else if (queue.length + removed.size === 0 && isTooMany && newest) return [newest];
  if (isTooMany) for (const each of queue.slice(0, Math.max(0, live.length - down))) remove(each);
  // Bytes do not care what is protected; the newest cookie stays.
  for (const each of live.slice(0, -1)) if (excess > 0) remove(each);
  return [...removed];

  function remove(each: Held): void {
    if (removed.has(each)) return;
    removed.add(each);
    excess -= bytes(each);
  }
}

function totalBytes(held: readonly Held[]): number {
  return held.reduce((sum, each) => sum + bytes(each), 0);
}

function bytes({ cookie }: Held): number {
  return cookie.name.length + cookie.value.length;
}
