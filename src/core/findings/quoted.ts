/** A cookie's name as every message writes it. */
export function quoted(cookie: string | null): string {
  return `“${cookie ?? ''}”`;
}
