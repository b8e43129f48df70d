/** Longest value that is looked at, in bytes. No browser sends one, but a server may set anything. */
export const LONGEST_VALUE = 65_536;

const PREFIX = /^__(?:host-http|host|http|secure)-/;

/** Names that end like a session's and belong to other frameworks. */
const FOREIGN_NAMES: ReadonlySet<string> = new Set([
  'laravel_session',
  'ci_session',
  'phpsessid',
  'jsessionid',
  'asp.net_sessionid',
  'connect.sid',
  'sessionid',
]);

/** A name on the wire in lower case, without a prefix such as `__Host-`. */
export function bareName(name: string): string {
  const lower = name.toLowerCase();
  return lower.startsWith('__') ? lower.replace(PREFIX, '') : lower;
}

/** Whether a framework without a reader here is known to use this name. */
export function isForeignName(name: string): boolean {
  return FOREIGN_NAMES.has(bareName(name));
}

/** Whether `sess`, `session` or `sid` is a word of the name, which no framework is known by. */
export function isSessionLikeName(name: string): boolean {
  return /(?:^|[^a-z0-9])(?:sess|session|sid)(?:$|[^a-z0-9])/.test(bareName(name)) && !isForeignName(name);
}
