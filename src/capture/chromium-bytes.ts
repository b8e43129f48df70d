import { field } from './har-log.ts';

/** Windows-1252 where it is not Latin-1, from byte 0x80 on. Five bytes have no character of their own and stay as they are. */
const WINDOWS_1252 =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';

/**
 * Chromium's DevTools hand header bytes over as Windows-1252: `E2 82 AC` comes as U+00E2 U+201A U+00AC. Gives an entry whose header
 * values have one character per byte, and the entry itself where that is so already.
 */
export function withByteHeaders(entry: unknown): unknown {
  const request = messageOf(field(entry, 'request'));
  const response = messageOf(field(entry, 'response'));
  if (!request && !response) return entry;
  return { ...(entry as object), ...(request ? { request } : {}), ...(response ? { response } : {}) };
}

/** Null when nothing has to be changed. */
function messageOf(message: unknown): object | null {
  const headers = field(message, 'headers');
  if (!Array.isArray(headers)) return null;
  const values = headers.map((header: unknown) => bytesOf(field(header, 'value')));
  if (values.every((value) => value === null)) return null;
  return {
    ...(message as object),
    headers: headers.map((header: unknown, index) => (values[index] === null ? header : { ...(header as object), value: values[index] })),
  };
}

/** Null when the value is bytes already, or is no such text. */
function bytesOf(value: unknown): string | null {
  if (typeof value !== 'string' || !/[^\0-\xff]/.test(value)) return null;
  let bytes = '';
  for (const character of value) {
    const index = character > '\xff' ? WINDOWS_1252.indexOf(character) : 0;
    if (index < 0) return null;
    bytes += character > '\xff' ? String.fromCharCode(0x80 + index) : character;
  }
  return bytes;
}
