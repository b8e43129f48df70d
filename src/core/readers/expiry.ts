import type { Reading } from './reader.ts';

/** `2026-01-15T13:00:00.000Z`, or without `use_standard_json_time_format` `2026/01/15 13:00:00 +0000`. */
const ISO_8601 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
const SLASHED = /^(\d{4})\/(\d{2})\/(\d{2}) (\d{2}:\d{2}:\d{2}) ([+-]\d{2})(\d{2})$/;

/** An envelope's `exp` in milliseconds since the epoch; null when it is no time. */
export function parseExpiry(text: string): number | null {
  const iso = text.replace(SLASHED, '$1-$2-$3T$4$5:$6');
  const time = ISO_8601.test(iso) ? Date.parse(iso) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}

/**
 * What a reading is at this time: an opened one whose expiry has passed (`now >= exp`) is `failed` with `expired`, its data kept.
 * `now` in milliseconds since the epoch, by the clock of the traffic; a reading made with -Infinity has not been judged yet.
 */
export function judgeExpiry<R extends Pick<Reading, 'state' | 'failure' | 'expires'>>(reading: R, now: number): R {
  if (reading.state !== 'opened' || reading.expires === null) return reading;
  const expires = parseExpiry(reading.expires);
  return expires !== null && now >= expires ? { ...reading, state: 'failed', failure: 'expired' } : reading;
}
