import type { CookieSummary } from './cookie-summary.ts';
import { COOKIE_COLUMNS } from './cookies-table.ts';
import { markdownTable } from './markdown-table.ts';

/** The Cookies table as a Markdown table. Holds no cookie values. */
export function printCookiesMarkdown(cookies: readonly CookieSummary[]): string {
  return markdownTable(
    COOKIE_COLUMNS,
    cookies.map((cookie) => COOKIE_COLUMNS.map((column) => column.text(cookie))),
  );
}
