/** Julian day number of 1970-01-01. */
const EPOCH_DAY = 2_440_588;
/** First day of the Gregorian calendar for Ruby's Date (`Date::ITALY`), 1582-10-15. */
export const ITALY = 2_299_161;

/** `2024-02-29` of a Julian day number; before `start` in the Julian calendar, as Date#to_s. */
export function dateText(day: number, start = ITALY): string {
  const [year, month, date] = civil(day, day >= start);
  return `${yearText(year)}-${two(month)}-${two(date)}`;
}

/** `2024-01-02T03:04:05.000000000Z` of seconds since the epoch, by the Gregorian calendar, and nanoseconds. */
export function instantText(seconds: number, nanoseconds: number): string {
  const day = Math.floor(seconds / 86_400);
  const second = seconds - day * 86_400;
  return `${dateText(day + EPOCH_DAY, Number.NEGATIVE_INFINITY)}T${clockText(second, nanoseconds)}Z`;
}

/** `03:04:05.000000000` of the second of the day. */
export function clockText(second: number, nanoseconds: number): string {
  const minute = Math.floor(second / 60);
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}:${two(second % 60)}.${String(nanoseconds).padStart(9, '0')}`;
}

/** `+02:00` */
export function offsetText(seconds: number): string {
  const minutes = Math.floor(Math.abs(seconds) / 60);
  return `${seconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

export function yearText(year: number): string {
  return year < 0 ? `-${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0');
}

export const two = (number: number): string => String(number).padStart(2, '0');

/** Year, month and day of a Julian day number (Meeus, Astronomical Algorithms, chapter 7). */
function civil(day: number, gregorian: boolean): readonly [number, number, number] {
  const century = Math.floor((day - 1_867_216.25) / 36_524.25);
  const a = gregorian ? day + 1 + century - Math.floor(century / 4) : day;
  const b = a + 1524;
  const c = Math.floor((b - 122.1) / 365.25);
  const d = Math.floor(365.25 * c);
  const e = Math.floor((b - d) / 30.6001);
  const month = e < 14 ? e - 1 : e - 13;
  return [month > 2 ? c - 4716 : c - 4715, month, b - d - Math.floor(30.6001 * e)];
}
