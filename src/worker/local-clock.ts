import { message } from '../core/message.ts';

const two = (number: number): string => String(number).padStart(2, '0');

/** Local time of day in a sentence, `HH:MM:SS`: the worker runs where the reader is. */
export function localClock(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? message('clockUnknownTime') : timeOf(date);
}

/** Local date and time of day, `YYYY-MM-DD HH:MM:SS`. */
export function localDate(at: number): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return message('unitTimeOutOfRange');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${timeOf(date)}`;
}

const timeOf = (date: Date): string => `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
