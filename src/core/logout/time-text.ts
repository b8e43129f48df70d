/** How a time of day is written, of milliseconds since the epoch: only who shows it knows the reader's zone. */
export type ClockText = (at: number) => string;

/** `10:02:14 UTC`, for whoever reads it wherever. */
export function utcClock(at: number): string {
  return Number.isFinite(at) && Math.abs(at) <= 8.64e15 ? `${new Date(at).toISOString().slice(-13, -5)} UTC` : 'an unknown time';
}

const UNITS: readonly (readonly [milliseconds: number, name: string])[] = [
  [86_400_000, 'day'],
  [3_600_000, 'hour'],
  [60_000, 'minute'],
  [1000, 'second'],
];

/** `31 minutes`, `2 hours`: in the largest unit of which there are two, rounded down. */
export function durationText(milliseconds: number): string {
  const [unit, name] = UNITS.find(([each]) => milliseconds >= 2 * each) ?? [1000, 'second'];
  const count = Math.floor(milliseconds / unit);
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}
