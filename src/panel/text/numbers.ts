import { type CountedKey, counted, message } from './message.ts';

export { formatCount } from '../../core/message.ts';

export const formatBytes = (bytes: number): string => counted('unitBytes', bytes);

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
  if (Number.isNaN(date.getTime())) return message('unitTimeOutOfRange');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${formatTime(time).slice(0, 8)}`;
}

const UNITS: readonly (readonly [CountedKey, number])[] = [
  ['unitDays', 86_400],
  ['unitHours', 3_600],
  ['unitMinutes', 60],
  ['unitSeconds', 1],
];

/** The largest unit that fits, rounded: `14 days`, `1 hour`, `0 seconds`. */
export function formatDuration(seconds: number): string {
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ['unitSeconds', 1];
  return counted(unit, Math.round(seconds / size));
}
