/** ISO 8601 of milliseconds since the epoch. A time that no calendar has, as only a broken entry can name, is the epoch. */
export function isoTime(at: number): string {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? new Date(0).toISOString() : time.toISOString();
}
