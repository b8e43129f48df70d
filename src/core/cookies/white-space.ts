const isWhiteSpace = (code: number): boolean => code === 0x20 || code === 0x09;

/** Without the spaces and tabs around it (WSP of RFC 5234). `String.trim` would also take bytes such as 0xA0. */
export function trimWhiteSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isWhiteSpace(text.charCodeAt(start))) start++;
  while (end > start && isWhiteSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}
