/**
 * Cookies as Rack 3 writes and reads them (Rack::Utils).
 *
 * @typedef {object} CookieAttributes
 * @property {string} [path]
 * @property {number} [maxAge]  seconds
 * @property {Date} [expires]
 * @property {boolean} [secure]
 * @property {boolean} [httpOnly]
 * @property {'lax' | 'strict' | 'none'} [sameSite]
 */

/** What browsers accept for name and value together, as sent (RFC 6265bis, section 5.7, step 5), and what Rails accepts before percent-encoding. */
export const MAX_COOKIE_BYTES = 4096;

/**
 * Rack::Utils.escape: form encoding with upper-case hex; letters, digits and `* - . _` stay, a space becomes `+`.
 * @param {string} text
 */
export function escapeValue(text) {
  return Buffer.from(text, 'utf8')
    .toString('latin1')
    .replace(/[^A-Za-z0-9*\-._]/g, (byte) => (byte === ' ' ? '+' : `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`));
}

/**
 * Rack::Utils.unescape: `+` is a space, then `%XX`. Null when the encoding is broken.
 * @param {string} value
 */
export function unescapeValue(value) {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch {
    return null;
  }
}

/**
 * One Set-Cookie line: attributes in Rack 3's order and letter case.
 * @param {string} name
 * @param {string} value  as it goes on the wire
 * @param {CookieAttributes} attributes
 */
export function setCookieLine(name, value, attributes) {
  const { path = '/', maxAge, expires, secure, httpOnly, sameSite } = attributes;
  const parts = [`${name}=${value}`, `path=${path}`];
  if (maxAge !== undefined) parts.push(`max-age=${maxAge}`);
  if (expires) parts.push(`expires=${expires.toUTCString()}`);
  if (secure) parts.push('secure');
  if (httpOnly) parts.push('httponly');
  if (sameSite) parts.push(`samesite=${sameSite}`);
  return parts.join('; ');
}

/**
 * The line that deletes a cookie.
 * @param {string} name
 * @param {string} path
 */
export function deleteCookieLine(name, path) {
  return setCookieLine(name, '', { path, maxAge: 0, expires: new Date(0) });
}

/**
 * The Cookie header, values as sent. The first cookie of a name wins.
 * @param {string | undefined} header
 * @returns {Map<string, string>}
 */
export function readCookieHeader(header) {
  const cookies = new Map();
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, at).trim();
    if (at > 0 && !cookies.has(name)) cookies.set(name, pair.slice(at + 1).trim());
  }
  return cookies;
}

/**
 * Bytes of one cookie: `raw` is the value before percent-encoding, `rails` adds the name (what Rails 8.1 counts), `wire` is name and value
 * as sent (what browsers count).
 * @param {string} name
 * @param {string} value  as it goes on the wire
 */
export function measureCookie(name, value) {
  const raw = Buffer.byteLength(unescapeValue(value) ?? value);
  return { raw, rails: Buffer.byteLength(name) + raw, wire: Buffer.byteLength(name) + Buffer.byteLength(value) };
}
