/** With thousands separators, the same in every locale, as numbers stand in columns. */
export const formatCount = (count: number): string => count.toLocaleString('en');

export const formatBytes = (bytes: number): string => `${formatCount(bytes)} ${bytes === 1 ? 'byte' : 'bytes'}`;

/** `1 row`, `2 rows`. */
export const plural = (count: number, one: string, many = `${one}s`): string => `${formatCount(count)} ${count === 1 ? one : many}`;

const two = (number: number): string => String(number).padStart(2, '0');

/** Local time of day, `HH:MM:SS.mmm`. */
export function formatTime(time: number): string {
  const date = new Date(time);
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}

/** Local time of day in a sentence, `HH:MM:SS`. */
export const localClock = (time: number): string =>
  Number.isNaN(new Date(time).getTime()) ? 'an unknown time' : formatTime(time).slice(0, 8);

/** Local date and time of day, `YYYY-MM-DD HH:MM:SS`. */
export function formatDate(time: number): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return 'a time out of range';
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${formatTime(time).slice(0, 8)}`;
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** The largest unit that fits, rounded: `14 days`, `1 hour`, `0 seconds`. */
export function formatDuration(seconds: number): string {
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return plural(Math.round(seconds / size), unit);
}
