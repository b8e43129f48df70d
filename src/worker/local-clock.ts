import { message } from '../core/message.ts';

const two = (number: number): string => String(number).padStart(2, '0');

/** Local time of day in a sentence, `HH:MM:SS`: the worker runs where the reader is. */
export function localClock(at: number): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return message('clockUnknownTime');
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}
