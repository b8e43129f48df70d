import { isZlib } from '../../serializers/inflate.ts';
import { recogniseSerializer } from '../../serializers/recognise.ts';
import { unescapeRuby } from '../../serializers/ruby-escapes.ts';
import { type Bytes, decodeHex, decodeUrlSafeBase64, fromLatin1 } from '../base64.ts';

/** Whether the first bytes are those of Marshal, MessagePack, a framed cache entry or a zlib stream. */
export function isStoredBytes(bytes: Uint8Array): boolean {
  const format = recogniseSerializer(bytes);
  if (format === 'marshal' || format === 'message_pack') return true;
  const [first, second, third] = bytes;
  if (first === 0x00) return second === 0x11 || (second === 0x04 && third === 0x08);
  return (first === 0x01 && second === 0x78) || (bytes.length > 2 && first === 0x78 && isZlib(bytes));
}

export interface TextBytes {
  readonly encoding: 'quoted' | 'hex' | 'base64' | 'raw';
  readonly bytes: Bytes;
  /** What raw text is when it was one character per byte; null where it cannot be. */
  readonly latin1: Bytes | null;
}

/** The bytes behind a text, in the first encoding in which they are something that a store holds; null when there is none. */
export function bytesOfText(text: string): TextBytes | null {
  const trimmed = text.replace(/^\ufeff/, '').trim();
  const quoted = unescapeRuby(trimmed);
  if (quoted !== null && (isStoredBytes(quoted) || quoted[0] === 0x7b)) return { encoding: 'quoted', bytes: quoted, latin1: null };
  const bare = quoted === null ? trimmed : trimmed.slice(1, -1);
  const hex = hexBytes(bare);
  if (hex !== null && isStoredBytes(hex)) return { encoding: 'hex', bytes: hex, latin1: null };
  const base64 = base64Bytes(bare);
  if (base64 !== null && isStoredBytes(base64)) return { encoding: 'base64', bytes: base64, latin1: null };
  const raw = new TextEncoder().encode(text);
  return isStoredBytes(raw) ? { encoding: 'raw', bytes: raw, latin1: fromLatin1(text) } : null;
}

/** Plain, or as databases write it: `0x0408`, `\x0408`, `X'0408'`. */
function hexBytes(text: string): Bytes | null {
  const [, digits] = /^(?:0x|\\x|x(?='))?'?([0-9a-f\s]+)'?$/i.exec(text) ?? [];
  return digits === undefined ? null : decodeHex(digits.replace(/\s+/g, '').toLowerCase());
}

/** A column's lines have 60 characters (`pack('m')`); mysql prints their ends as `\n`, psql puts a `+` behind each. */
function base64Bytes(text: string): Bytes | null {
  const lines = text.split(/\r?\n|\\n/).map((line) => line.trim());
  return decodeUrlSafeBase64(lines.map((line) => line.replace(/^(.{60})\s*\+$/, '$1')).join(''));
}
