export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
}

/** Columns as wide as their longest cell, two blanks apart; nothing is cut. Returns the head and one line per row. */
export function layOut(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): { readonly head: string; readonly lines: readonly string[] } {
  const widths = columns.map(({ title }, index) => rows.reduce((widest, row) => Math.max(widest, row[index]?.length ?? 0), title.length));
  const line = (cells: readonly string[]) =>
    columns
      .map(({ align }, index) =>
        align === 'right' ? (cells[index] ?? '').padStart(widths[index] ?? 0) : (cells[index] ?? '').padEnd(widths[index] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return { head: line(columns.map(({ title }) => title)), lines: rows.map(line) };
}

/** Words in lines of at most this many characters, each after the margin. Longer words are not cut. */
export function wrap(text: string, width: number, margin: string): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || margin.length + last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.map((line) => margin + line).join('\n');
}
