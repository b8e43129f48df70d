/**
 * Texts here have one character per byte (Latin-1), which is how browsers deliver header values. These functions go
 * between such texts, the form encoding that Rack writes cookie values in, and text for people.
 */

/**
 * Undoes form encoding, bytes to bytes: `+` is a space, `%XX` a byte. A `%` without two hex digits stays as it is.
 * Source: `Rack::Utils.unescape`, that is Ruby's `URI.decode_www_form_component`.
 */
export function decodeFormEncoding(text: string): string {
  const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text;
  let decoded = '';
  let from = 0;
  for (let at = spaced.indexOf('%'); at >= 0; at = spaced.indexOf('%', Math.max(from, at + 1))) {
    const byte = hexDigit(spaced.charCodeAt(at + 1)) * 16 + hexDigit(spaced.charCodeAt(at + 2));
    if (Number.isNaN(byte)) continue;
    decoded += spaced.slice(from, at) + String.fromCharCode(byte);
    from = at + 3;
  }
  return decoded + spaced.slice(from);
}

/** What a character code is worth as a hex digit; NaN for any other. */
function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : Number.NaN;
}

/** Whether a `%` lacks its two hex digits. Ruby refuses such a text, and Rack 2 and later then take the whole value undecoded. */
export function hasMalformedPercent(text: string): boolean {
  return /%(?![0-9A-Fa-f]{2})/.test(text);
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text that the bytes are in UTF-8; unchanged where they are not valid UTF-8. One character per byte in. */
export function decodeUtf8(text: string): string {
  // All ASCII needs no decoding, and a character over U+00FF shows that these are no bytes.
  if (!/[\u0080-\u00ff]/.test(text) || hasTextBeyondBytes(text)) return text;
  try {
    return utf8.decode(Uint8Array.from(text, (character) => character.charCodeAt(0)));
  } catch {
    return text;
  }
}

/** The UTF-8 bytes of a text, one character per byte out. A lone surrogate becomes U+FFFD. */
export function encodeUtf8(text: string): string {
  let bytes = '';
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return bytes;
}

/** Whether a text cannot be one character per byte: some program has decoded it already. */
export function hasTextBeyondBytes(text: string): boolean {
  return /[\u0100-\uffff]/.test(text);
}
