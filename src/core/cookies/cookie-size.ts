import { decodeFormEncoding } from './form-encoding.ts';
import type { SetCookie } from './set-cookie.ts';

/** All in bytes (report.md, `size`). */
export interface CookieSizes {
  /** Name + value before percent-encoding: what Rails 8.1 counts. */
  readonly rails: number;
  /** Value before percent-encoding: what Rails counts before 8.1. */
  readonly railsValue: number;
  /** Name + value as sent: what browsers count. */
  readonly wire: number;
  /** The whole line. */
  readonly line: number;
  readonly limit: 4096;
}

/** What Rails counted of a session that it sent, and so found small enough: over the limit with its name, it was counted before 8.1. */
export const railsCount = ({ rails, railsValue, limit }: CookieSizes): number => (rails > limit ? railsValue : rails);

/**
 * The sizes of one cookie in bytes; its texts have one character per byte.
 * Source: RFC 6265bis, 5.6 step 5 (name + value, without attributes), and `ActionDispatch::Cookies#check_for_overflow!`.
 */
export function cookieSizes(cookie: SetCookie): CookieSizes {
  const railsValue = decodeFormEncoding(cookie.value).length;
  return {
    rails: cookie.name.length + railsValue,
    railsValue,
    wire: cookie.name.length + cookie.value.length,
    line: cookie.line.length,
    limit: 4096,
  };
}
