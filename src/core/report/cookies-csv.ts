import type { CookieSummary } from './cookie-summary.ts';
import { COOKIE_COLUMNS } from './cookies-table.ts';

/** The Cookies table as CSV (RFC 4180): a header line, CRLF after every line. Holds no cookie values. */
export function printCookiesCsv(cookies: readonly CookieSummary[]): string {
  const lines = [COOKIE_COLUMNS.map(({ key }) => key), ...cookies.map((cookie) => COOKIE_COLUMNS.map((column) => column.text(cookie)))];
  return lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

/** Cookie names come from servers: a spreadsheet would run a cell that starts like a formula, so such a cell becomes text. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
