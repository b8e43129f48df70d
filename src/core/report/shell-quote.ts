import { decodeUtf8, encodeUtf8, hasTextBeyondBytes } from '../cookies/form-encoding.ts';

/**
 * One word for a POSIX shell (XCU 2.2.2): in single quotes nothing means anything, line feeds included. An exclamation mark, or a caret that
 * begins a line, stands outside behind a backslash: Bash looks for its history line by line, and loses track of quotes. `text` has one
 * character per byte; bytes that are no UTF-8 go through `printf`, since the clipboard holds text alone, and so do characters that a
 * terminal would obey when they are pasted, or that hide what stands there. A NUL, which no argument can hold, is left out.
 */
export function shellQuote(text: string): string {
  const bytes = text.replaceAll('\0', '');
  const shown = decodeUtf8(bytes);
  const isText = shown !== bytes || hasTextBeyondBytes(bytes) || !/[\u0080-\u00ff]/.test(bytes);
  const pieces = shown.split(isText ? UNSHOWN_TEXT : UNSHOWN_BYTES);
  const quoted = pieces.map((piece, index) => {
    if (index % 2 === 1) return printed(isText ? encodeUtf8(piece) : piece);
    return piece === '' ? '' : singleQuoted(piece);
  });
  return quoted.join('') || "''";
}

/** Line feeds stay: a substitution would drop them, and in quotes they end nothing. */
const UNSHOWN_TEXT = /((?:(?!\n)[\p{Cc}\p{Bidi_Control}])+)/u;
const UNSHOWN_BYTES = /((?:(?!\n)[\p{Cc}\u0080-\u00ff])+)/u;

const singleQuoted = (text: string): string => `'${text.replace(/['!]|(?<=\n)\^/g, "'\\$&'")}'`;

function printed(bytes: string): string {
  const octal = Array.from(bytes, (byte) => `\\${byte.charCodeAt(0).toString(8).padStart(3, '0')}`);
  return `"$(printf '${octal.join('')}')"`;
}
