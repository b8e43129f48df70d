import { latin1Text } from '../serializers/text-encoding.ts';

/** Bytes that WebCrypto takes as they are. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** What each character is worth as a digit of this alphabet; -1, which makes whatever it is joined with negative, for any other. */
function digitsOf(alphabet: string): Int8Array {
  const digits = new Int8Array(256).fill(-1);
  for (let value = 0; value < alphabet.length; value++) digits[alphabet.charCodeAt(value)] = value;
  return digits;
}

const SIX_BITS = digitsOf('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
const FOUR_BITS = digitsOf('0123456789abcdef');
const PAD = 0x3d;
const toUtf8 = new TextEncoder();

/** Where texts are put as bytes to be decoded: the engine does that at once, and a byte is found faster than a character. */
const scratch = new Uint8Array(8192);

/**
 * Decodes base64 as Ruby's `Base64.strict_decode64` does (RFC 4648, section 4): standard alphabet, padding required, no white space,
 * and the unused bits of the last character zero. Null for anything else.
 */
export function decodeBase64(text: string): Bytes | null {
  if (text.length % 4 !== 0) return null;
  if (text.length > scratch.length) return decodeBase64Bytes(toUtf8.encode(text));
  // A character that is not ASCII takes more than a byte, none of which is a digit.
  const { written } = toUtf8.encodeInto(text, scratch);
  return decodeBase64Bytes(scratch, 0, written);
}

/** Decodes base64 that stands in bytes from `start` to `end`, as `decodeBase64` does. */
export function decodeBase64Bytes(from: Uint8Array, start = 0, end = from.length): Bytes | null {
  const size = end - start;
  if (size % 4 !== 0) return null;
  const padding = size > 0 && from[end - 1] === PAD ? (from[end - 2] === PAD ? 2 : 1) : 0;
  const last = end - padding;
  const bytes = new Uint8Array((size / 4) * 3 - padding);
  const whole = last - ((last - start) % 4);
  let length = 0;
  for (let index = start; index < whole; index += 4) {
    const bits =
      (sixBits(from, index) << 18) | (sixBits(from, index + 1) << 12) | (sixBits(from, index + 2) << 6) | sixBits(from, index + 3);
    if (bits < 0) return null;
    bytes[length] = bits >> 16;
    bytes[length + 1] = bits >> 8;
    bytes[length + 2] = bits;
    length += 3;
  }
  let bits = 0;
  let held = 0;
  for (let index = whole; index < last; index++) {
    bits = (bits << 6) | sixBits(from, index);
    if (bits < 0) return null;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[length++] = bits >> held;
  }
  return (bits & ((1 << held) - 1)) === 0 ? bytes : null;
}

function sixBits(from: Uint8Array, index: number): number {
  return SIX_BITS[from[index] ?? PAD] ?? -1;
}

/** Decodes as `Base64.urlsafe_decode64` does: `-` and `_` as well, padding optional. */
export function decodeUrlSafeBase64(text: string): Bytes | null {
  const padded = text.endsWith('=') ? text : text + '='.repeat((4 - (text.length % 4)) % 4);
  return decodeBase64(padded.replaceAll('-', '+').replaceAll('_', '/'));
}

/** Lower-case hex digits to bytes; null for anything else. */
export function decodeHex(text: string): Bytes | null {
  if (text.length % 2 !== 0) return null;
  const bytes = new Uint8Array(text.length / 2);
  for (let index = 0; index < bytes.length; index++) {
    const byte = (fourBits(text, index * 2) << 4) | fourBits(text, index * 2 + 1);
    if (byte < 0) return null;
    bytes[index] = byte;
  }
  return bytes;
}

function fourBits(text: string, index: number): number {
  return FOUR_BITS[text.charCodeAt(index)] ?? -1;
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** One character per byte, for texts that are shown as they were sent. */
export function toLatin1(bytes: Uint8Array): string {
  // All ASCII, as nearly always, is where no character took more than a byte; the decoder is ten times as fast as what follows.
  const ascii = utf8.decode(bytes);
  return ascii.length === bytes.length && !ascii.includes('\ufffd') ? ascii : latin1Text(bytes);
}

/** One byte per character; null when a character is over U+00FF. */
export function fromLatin1(text: string): Bytes | null {
  // All ASCII is where no character took more than a byte.
  const ascii = toUtf8.encode(text);
  if (ascii.length === text.length) return ascii;
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code > 0xff) return null;
    bytes[index] = code;
  }
  return bytes;
}
