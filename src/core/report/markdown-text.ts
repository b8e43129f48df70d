/**
 * Text of servers inside Markdown for an issue tracker: whatever Markdown, HTML or the tracker would take for more than text stays
 * text. Trackers look for mentions and references in what Markdown has made, where an escape is gone: a word joiner parts those, and
 * addresses that would become links.
 */
const JOINER = '\u2060';

/** Characters that show nothing, or change the order of what is read, as their escapes. */
const visible = (text: string): string =>
  text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

const onOneLine = (text: string): string => visible(text.replace(/\s+/g, ' '));

/** A sentence. Backticks set code, as in the panel. */
export function markdownProse(text: string): string {
  const pieces = onOneLine(text).split('`');
  // One that is left over is a character like any other.
  const last = pieces.length % 2 === 0 ? pieces.pop() : undefined;
  const written = pieces.map((piece, index) => (index % 2 === 1 ? markdownCode(piece) : escaped(piece))).join('');
  return last === undefined ? written : `${written}\\\`${escaped(last)}`;
}

const escaped = (text: string): string =>
  text
    .replace(/[\\*{}[\]<>#|~]|(?<![a-z0-9])_|_(?![a-z0-9])/gi, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/[@#!~$](?=\w)|:(?=\/\/)|www(?=\.)/gi, `$&${JOINER}`);

/** With a fence longer than any run of backticks inside. */
export function markdownCode(text: string): string {
  const flat = onOneLine(text);
  const fence = '`'.repeat(longestRun(flat) + 1);
  return fence.length === 1 && flat !== '' ? `\`${flat}\`` : `${fence} ${flat} ${fence}`;
}

/** A name in a table. Renderers disagree about backslashes, pipes and backticks in code inside a cell: there they are percent-encoded. */
export function markdownCell(text: string): string {
  if (text === '') return '–';
  return markdownCode(text.replace(/[\\|`]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`));
}

/** Lines to copy. */
export function markdownBlock(lines: readonly string[], language = ''): string {
  const text = lines.map(visible).join('\n');
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text}\n${fence}`;
}

const longestRun = (text: string): number => (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
