/** The inside of a Ruby string literal: printable ASCII as it is, everything else as `\xHH`. */
export function byteEscapes(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) {
    const character = String.fromCharCode(byte);
    if (byte < 0x20 || byte > 0x7e) text += `\\x${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    else text += character === '"' || character === '\\' || character === '#' ? `\\${character}` : character;
  }
  return text;
}
