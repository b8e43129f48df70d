import { bareValue, type RubyValue } from '../serializers/ruby-value.ts';
import { asHash, keyName } from '../session/hash.ts';
import type { SessionHistory } from '../session/history.ts';
import type { HistoryStep } from '../session/history-step.ts';
import type { Version } from '../session/version.ts';
import { originOf } from './request-kind.ts';

/** `last_request_at` of Devise's timeoutable, and what others write by hand. */
const LAST_SEEN = /^(?:last_(?:request|seen|active|activity|access|accessed|used|action)(?:_at|_time|_on)?|expires_at|timeout_at)$/;

/** When the session says that it was last used, in milliseconds since the epoch; null when it does not say. */
export function lastUsedAt(version: Version | null): number | null {
  const session = asHash(version?.reading?.data ?? null);
  const times = (session?.pairs ?? []).flatMap(({ key, value }) => {
    const name = keyName(key);
    if (name === null) return [];
    if (LAST_SEEN.test(name)) return timeOf(value) ?? [];
    if (!/^warden\.user\..+\.session$/.test(name)) return [];
    return (asHash(value)?.pairs ?? []).flatMap((inner) => (LAST_SEEN.test(keyName(inner.key) ?? '') ? (timeOf(inner.value) ?? []) : []));
  });
  return times.length === 0 ? null : Math.max(...times);
}

function timeOf(value: RubyValue): number | null {
  const bare = bareValue(value);
  if (bare.type === 'integer' || bare.type === 'float') return plausible(Number(bare.text) * 1000);
  if (bare.type === 'string') return /^\d{9,11}$/.test(bare.text) ? plausible(Number(bare.text) * 1000) : plausible(Date.parse(bare.text));
  return null;
}

const plausible = (time: number): number | null => (time > 9e11 && time < 4e12 ? time : null);

/** Devise leaves `timedout` in the flash. */
export function saysTimedOut(version: Version | null): boolean {
  const flash = asHash(version?.reading?.data ?? null)?.pairs.find(({ key }) => keyName(key) === 'flash')?.value ?? null;
  const flashes = asHash(asHash(flash)?.pairs.find(({ key }) => keyName(key) === 'flashes')?.value ?? null);
  return (flashes?.pairs ?? []).some(({ key }) => keyName(key) === 'timedout');
}

/** How long the application was left alone before this request, and the longest such pause before that; in milliseconds. */
export function pauseBefore(history: SessionHistory, step: HistoryStep): { readonly pause: number; readonly longestBefore: number } {
  const origin = originOf(step.exchange);
  let last: number | null = null;
  let longestBefore = 0;
  for (const each of history.steps) {
    if (each.exchange.startedAt >= step.exchange.startedAt) break;
    if (originOf(each.exchange) !== origin || each.carried.length === 0) continue;
    if (last !== null) longestBefore = Math.max(longestBefore, each.exchange.startedAt - last);
    last = each.exchange.startedAt;
  }
  const setAt = history.steps.findLast((each) => each.landedAt < step.exchange.startedAt && each.lines.length > 0)?.landedAt ?? null;
  const from = Math.max(last ?? Number.NEGATIVE_INFINITY, setAt ?? Number.NEGATIVE_INFINITY);
  return { pause: Number.isFinite(from) ? step.exchange.startedAt - from : 0, longestBefore };
}
