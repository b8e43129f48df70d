import { type CountedKey, counted } from './message.ts';

const UNITS: readonly (readonly [CountedKey, number])[] = [
  ['unitDays', 86_400],
  ['unitHours', 3_600],
  ['unitMinutes', 60],
  ['unitSeconds', 1],
];

/** Of seconds: the largest unit that fits, rounded: `14 days`, `1 hour`, `0 seconds`. */
export function durationOf(seconds: number): string {
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ['unitSeconds', 1];
  return counted(unit, Math.round(seconds / size));
}
