import { type BrowserRules, LONGEST_LIFE } from './browser-rules.ts';
import { ATTRIBUTE_LIMIT } from './cookie-attributes.ts';
import { parseCookieDate } from './cookie-date.ts';
import { parseChromiumDate } from './cookie-date-chromium.ts';
import type { SetCookie } from './set-cookie.ts';

/**
 * When a browser forgets a cookie that arrived at this time, both in milliseconds since the epoch; null when it lasts until the
 * browser closes. Not after the arrival when the line deletes. The last attribute of a name decides even where it cannot be
 * read, then Max-Age before Expires; the standard would let an earlier one that can be read stand (RFC 6265bis, 5.6.1, 5.6.2).
 * Source: RFC 6265bis, 5.7 step 7; Chromium `ParsedCookie::SetupAttributes`, Firefox `CookieParser::ParseAttributes`.
 */
export function expiryOf(cookie: SetCookie, at: number, rules: BrowserRules): number | null {
  // The parser has read them; only what it could not read leaves a question.
  if (cookie.effective.maxAge === null && cookie.effective.expires === null) return null;
  const seconds = maxAgeOf(lastValue(cookie, 'max-age'));
  if (seconds !== null) return seconds <= 0 ? at : at + Math.min(seconds * 1000, LONGEST_LIFE);
  const text = lastValue(cookie, 'expires');
  if (text === null) return null;
  const time = rules.dates === 'chromium' ? parseChromiumDate(text) : parseCookieDate(text);
  return time === null ? null : Math.min(time, at + LONGEST_LIFE);
}

function lastValue(cookie: SetCookie, name: string): string | null {
  const attribute = cookie.attributes.findLast((each) => each.name.toLowerCase() === name && (each.value ?? '').length <= ATTRIBUTE_LIMIT);
  return attribute === undefined ? null : (attribute.value ?? '');
}

/** Seconds, `+` allowed as both browsers do; null when invalid (5.6.2). */
function maxAgeOf(text: string | null): number | null {
  return text !== null && /^[+-]?\d+$/.test(text) ? Number(text) : null;
}
