import { counted, message } from './message.ts';

export { durationOf as formatDuration } from '../../core/duration.ts';
export { formatCount } from '../../core/message.ts';

export const formatBytes = (bytes: number): string => counted('unitBytes', bytes);

const two = (number: number): string => String(number).padStart(2, '0');

/** Local time of day, `HH:MM:SS.mmm`. */
export function formatTime(time: number): string {
  const date = new Date(time);
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}

/** Local date and time of day, `YYYY-MM-DD HH:MM:SS`. */
export function formatDate(time: number): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return message('unitTimeOutOfRange');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${formatTime(time).slice(0, 8)}`;
}
