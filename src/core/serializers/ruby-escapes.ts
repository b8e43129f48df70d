const SIMPLE: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, a: 7, b: 8, v: 11, f: 12, e: 27, s: 32 };
const ESCAPE = /\\(?:x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{4})|u\{([0-9A-Fa-f]{1,6})\}|([0-7]{1,3})|([\s\S]))/y;
const encoder = new TextEncoder();

/**
 * The bytes of a quoted text with its escapes undone, as Ruby's `String#inspect`, redis-cli (`sdscatrepr`) and JSON write them:
 * `"\x04\b{\a"`, `"\u0004"`. Null when it is not quoted or ends inside an escape.
 */
export function unescapeRuby(quoted: string): Uint8Array<ArrayBuffer> | null {
  if (quoted.length < 2 || !quoted.startsWith('"') || !quoted.endsWith('"')) return null;
  const text = quoted.slice(1, -1);
  // A UTF-16 unit takes at most three bytes of UTF-8, and no escape gives more than it is long.
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (let at = 0; at < text.length; ) {
    const backslash = text.indexOf('\\', at);
    const end = backslash < 0 ? text.length : backslash;
    length += encoder.encodeInto(text.slice(at, end), bytes.subarray(length)).written;
    at = end;
    if (at === text.length) break;
    ESCAPE.lastIndex = at;
    const match = ESCAPE.exec(text);
    if (match === null) return null;
    const [whole, hex, four, braced, octal, other = ''] = match;
    at += whole.length;
    if (hex !== undefined) bytes[length++] = Number.parseInt(hex, 16);
    else if (octal !== undefined) bytes[length++] = Number.parseInt(octal, 8);
    else if (four !== undefined || braced !== undefined) {
      let code = Number.parseInt(four ?? braced ?? '', 16);
      const low = /^\\u([dD][c-fC-F][0-9A-Fa-f]{2})/.exec(text.slice(at, at + 6))?.[1];
      if (code >= 0xd800 && code <= 0xdbff && low !== undefined) {
        code = 0x10000 + ((code - 0xd800) << 10) + (Number.parseInt(low, 16) - 0xdc00);
        at += 6;
      }
      if (code > 0x10ffff) return null;
      length += encoder.encodeInto(String.fromCodePoint(code), bytes.subarray(length)).written;
    } else {
      const simple = Object.hasOwn(SIMPLE, other) ? SIMPLE[other] : undefined;
      if (simple !== undefined) bytes[length++] = simple;
      else length += encoder.encodeInto(other, bytes.subarray(length)).written;
    }
  }
  return bytes.slice(0, length);
}
