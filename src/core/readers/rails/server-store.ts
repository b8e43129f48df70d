import { isForeignName } from '../cookie-names.ts';
import { isSessionName } from './limits.ts';

/**
 * Whether a value is the public id of a server-side session: 32 lower-case hex digits (`SecureRandom.hex(16)`, as
 * `ActionDispatch::Session::Compatibility#generate_sid` makes them). Analytics cookies look the same, so it takes a session-like
 * name, or HttpOnly and a name that no other framework is known by.
 */
export function isStoreId(name: string, value: string, httpOnly: boolean): boolean {
  if (!/^[0-9a-f]{32}$/.test(value)) return false;
  return isSessionName(name) || (httpOnly && !isForeignName(name));
}
