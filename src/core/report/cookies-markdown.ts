import type { CookieSummary } from './cookie-summary.ts';
import { COOKIE_COLUMNS } from './cookies-table.ts';

/** The Cookies table as a Markdown table, for issues and merge requests. Holds no cookie values. */
export function printCookiesMarkdown(cookies: readonly CookieSummary[]): string {
  const lines = [
    COOKIE_COLUMNS.map(({ title }) => title),
    COOKIE_COLUMNS.map(({ numeric }) => (numeric ? '---:' : '---')),
    ...cookies.map((cookie) => COOKIE_COLUMNS.map((column) => markdownCell(column.text(cookie)))),
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
