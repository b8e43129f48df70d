import { type CountedKey, counted, message } from '../message.ts';

/** How a time of day is written, of milliseconds since the epoch: only who shows it knows the reader's zone. */
export type ClockText = (at: number) => string;

/** `10:02:14 UTC`, for whoever reads it wherever. */
export function utcClock(at: number): string {
  return Number.isFinite(at) && Math.abs(at) <= 8.64e15 ? `${new Date(at).toISOString().slice(-13, -5)} UTC` : message('clockUnknownTime');
}

const UNITS: readonly (readonly [milliseconds: number, unit: CountedKey])[] = [
  [86_400_000, 'unitDays'],
  [3_600_000, 'unitHours'],
  [60_000, 'unitMinutes'],
];

/** `31 minutes`, `2 hours`: in the largest unit of which there are two, rounded down. */
export function durationText(milliseconds: number): string {
  const [length, unit] = UNITS.find(([each]) => milliseconds >= 2 * each) ?? [1000, 'unitSeconds'];
  return counted(unit, Math.floor(milliseconds / length));
}
