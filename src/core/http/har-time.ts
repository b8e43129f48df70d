const ISO = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?:([Zz])|([+-]\d\d):?(\d\d))?$/;

/**
 * Milliseconds since the epoch of an ISO 8601 time such as `2026-01-15T13:00:00.123+01:00`; null when it is none.
 * Parts of a millisecond are cut off. Without an offset it is taken as UTC: the zone of the machine says nothing about the traffic.
 * Source: HAR 1.2, `startedDateTime`.
 */
export function parseHarTime(text: string): number | null {
  const match = ISO.exec(text);
  if (match === null) return null;
  const [, date, minutes, seconds = '00', fraction = '', , hours, offsetMinutes] = match;
  const milliseconds = fraction.slice(0, 3).padEnd(3, '0');
  const offset = hours === undefined ? 'Z' : `${hours}:${offsetMinutes}`;
  const time = Date.parse(`${date}T${minutes}:${seconds}.${milliseconds}${offset}`);
  return Number.isNaN(time) ? null : time;
}

/** The last moment that ISO 8601 writes with four digits of a year. */
const LAST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** The time as `parseHarTime` reads it, in milliseconds since the epoch; what cannot be written is the nearest that can. */
export function printHarTime(at: number): string {
  return new Date(Number.isNaN(at) ? 0 : Math.min(Math.max(at, 0), LAST)).toISOString();
}
