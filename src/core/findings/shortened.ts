import { decodeUtf8 } from '../cookies/form-encoding.ts';

/** What of a server's text goes into a finding, in characters. */
const LONGEST_TEXT = 40;

/** As text; one character per byte in. */
export function shortened(bytes: string): string {
  const text = decodeUtf8(bytes);
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}
