/** What of a server's text goes into a finding, in characters. */
const LONGEST_TEXT = 40;

export function shortened(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}
