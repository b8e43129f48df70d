import { decodeUtf8, hasTextBeyondBytes } from '../../core/cookies/form-encoding.ts';

/**
 * One word for a POSIX shell (XCU 2.2.2): in single quotes nothing means anything, line feeds and exclamation marks included. `text` has one
 * character per byte; bytes that are no UTF-8 go through `printf`, since the clipboard holds text alone. A NUL, which no argument can hold,
 * is left out.
 */
export function shellQuote(text: string): string {
  const bytes = text.replaceAll('\0', '');
  const shown = decodeUtf8(bytes);
  if (shown !== bytes || hasTextBeyondBytes(bytes) || !/[\u0080-\u00ff]/.test(bytes)) return singleQuoted(shown);
  return bytes.replace(/[\u0080-\u00ff]+|[^\u0080-\u00ff]+/g, (piece) =>
    piece.charCodeAt(0) < 0x80 ? singleQuoted(piece) : printed(piece),
  );
}

const singleQuoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

function printed(bytes: string): string {
  const octal = Array.from(bytes, (byte) => `\\${byte.charCodeAt(0).toString(8).padStart(3, '0')}`);
  return `"$(printf '${octal.join('')}')"`;
}
