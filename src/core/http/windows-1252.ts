/** Windows-1252 where it is not Latin-1, from byte 0x80 on. Five bytes have no character of their own and stay as they are. */
const FROM_0X80 =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';

/**
 * Chromium's DevTools hand header bytes over as Windows-1252: `E2 82 AC` comes as U+00E2 U+201A U+00AC. Gives one character per
 * byte; null when a character is none of Windows-1252. Source: Encoding Standard, index windows-1252.
 */
export function windows1252ToBytes(text: string): string | null {
  let bytes = '';
  for (const character of text) {
    const index = character > '\xff' ? FROM_0X80.indexOf(character) : 0;
    if (index < 0) return null;
    bytes += character > '\xff' ? String.fromCharCode(0x80 + index) : character;
  }
  return bytes;
}
