/** Entries of what `getHAR` gave; null when it gave none, as Chromium's `{ isError: true }` after a failed load. */
export function entriesOf(answer: unknown): readonly unknown[] | null {
  const log = field(answer, 'log') ?? answer;
  const entries = field(log, 'entries');
  return Array.isArray(entries) ? entries : null;
}

/** What makes an entry of `getHAR` and one of an event the same request, short of those that share all three. Cheap: nothing is parsed. */
export function entryKey(entry: unknown): string {
  const request = field(entry, 'request');
  return `${field(entry, 'startedDateTime')} ${field(request, 'method')} ${field(request, 'url')}`;
}

/** A field of something that may be no object, or whose getter may throw; undefined then. */
export function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  try {
    return (value as Readonly<Record<string, unknown>>)[name];
  } catch {
    return undefined;
  }
}
