import type { RubyValue } from './ruby-value.ts';

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });
const toUtf8 = new TextEncoder();

/** Up to so many bytes a loop is faster than a call of the decoder. */
const SHORT = 12;
/** From so many bytes on the decoder is faster than a call with an argument for each. */
const LONG = 128;

/** Text of valid UTF-8; null otherwise. */
export function utf8Text(bytes: Uint8Array): string | null {
  if (bytes.length <= SHORT && isAscii(bytes)) return latin1Text(bytes);
  const text = utf8.decode(bytes);
  // The decoder puts U+FFFD where bytes are invalid. A fatal one would throw, which costs more than all the rest.
  if (!text.includes('\ufffd')) return text;
  // A U+FFFD that was there before starts with EF.
  return bytes.includes(0xef) && isSame(toUtf8.encode(text), bytes) ? text : null;
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index]);

/** One character per byte. */
export function latin1Text(bytes: Uint8Array): string {
  if (bytes.length <= SHORT) {
    let text = '';
    for (let index = 0; index < bytes.length; index++) text += String.fromCharCode(bytes[index] ?? 0);
    return text;
  }
  if (bytes.length < LONG) return Reflect.apply(String.fromCharCode, null, bytes);
  // UTF-16 without its high bytes: what the Encoding Standard calls Latin-1 is windows-1252.
  const units = new Uint8Array(bytes.length * 2);
  for (let index = 0; index < bytes.length; index++) units[index * 2] = bytes[index] ?? 0;
  return utf16.decode(units);
}

function isAscii(bytes: Uint8Array): boolean {
  for (let index = 0; index < bytes.length; index++) if ((bytes[index] ?? 0) >= 0x80) return false;
  return true;
}

/** A string value of bytes in an encoding by Ruby's name; text where it is UTF-8 or ASCII, as it says it is. */
export function stringValue(bytes: Uint8Array, encoding: string): RubyValue {
  const text = plainText(bytes, encoding);
  return text === null ? { type: 'bytes', bytes, encoding } : { type: 'string', text };
}

function plainText(bytes: Uint8Array, encoding: string): string | null {
  switch (encoding.toUpperCase()) {
    case 'UTF-8':
      return utf8Text(bytes);
    case 'US-ASCII':
    case 'ASCII-8BIT':
    case 'BINARY':
      return isAscii(bytes) ? latin1Text(bytes) : null;
    default:
      return null;
  }
}

/** Ruby's names that the Encoding Standard has under another. */
const LABELS: ReadonlyMap<string, string> = new Map([
  ['windows-31j', 'shift_jis'],
  ['cp932', 'shift_jis'],
  ['eucjp-ms', 'euc-jp'],
  ['cp51932', 'euc-jp'],
  ['cp949', 'euc-kr'],
]);

/** The text of a string in another encoding; null for binary, invalid and unknown. */
export function decodedText(bytes: Uint8Array, encoding: string): string | null {
  const name = encoding.toLowerCase();
  if (name === 'ascii-8bit' || name === 'binary' || name === 'us-ascii') return null;
  // The Encoding Standard takes ISO-8859-1 for windows-1252; they differ in 80 to 9F.
  if (name === 'iso-8859-1') return latin1Text(bytes);
  try {
    return new TextDecoder(LABELS.get(name) ?? name, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

export const latin1Bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** For names and sources, which are shown and not compared: any encoding as text, and what has none byte by byte. */
export function sourceText(bytes: Uint8Array, encoding: string | null): string {
  return utf8Text(bytes) ?? (encoding === null ? null : decodedText(bytes, encoding)) ?? latin1Text(bytes);
}
