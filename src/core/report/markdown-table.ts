/** A column of a Markdown table. */
export interface MarkdownColumn {
  readonly title: string;
  readonly numeric?: boolean;
}

/** A Markdown table, for issues and merge requests. */
export function markdownTable(columns: readonly MarkdownColumn[], rows: readonly (readonly string[])[]): string {
  const lines = [
    columns.map(({ title }) => markdownCell(title)),
    columns.map(({ numeric = false }) => (numeric ? '---:' : '---')),
    ...rows.map((cells) => cells.map(markdownCell)),
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

/** Cookie names come from servers: whatever Markdown or HTML would take for more than text is escaped, and a cell stays one line. */
function markdownCell(text: string): string {
  if (text === '') return '–';
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>()#!|~]/g, '\\$&')
    .replace(/&/g, '&amp;');
}
