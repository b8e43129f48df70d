/** Every printable ASCII character but letters, digits and `:`, and the tab. */
const DELIMITERS = /[\t -/;-@[-`{-~]+/;
const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * As `parseCookieDate`, but as Chromium reads a date: a word is told by its first character and a number by its length, where
 * the standard looks at its digits. So `1st` is no day but a year, `2031Z` a year, `20310101` nothing.
 * Source: Chromium, `cookie_util::ParseCookieExpirationTime`.
 */
export function parseChromiumDate(text: string): number | null {
  let time: readonly number[] | undefined;
  let day: number | undefined;
  let month: number | undefined;
  let year: number | undefined;
  for (const token of text.split(DELIMITERS)) {
    if (!/^\d/.test(token)) {
      if (month === undefined && MONTH.test(token)) month = MONTHS.indexOf(token.slice(0, 3).toLowerCase());
    } else if (token.includes(':')) {
      const match = /^(\d{1,2}):(\d{1,2}):(\d{1,2})/.exec(token);
      if (time === undefined && match !== null) time = match.slice(1, 4).map(Number);
    } else if (day === undefined && token.length <= 2) {
      day = Number.parseInt(token, 10);
    } else if (year === undefined && token.length <= 5) {
      year = Number.parseInt(token, 10);
    }
  }
  if (time === undefined || day === undefined || month === undefined || year === undefined) return null;
  const [hour = 0, minute = 0, second = 0] = time;
  if (day < 1 || day > 31 || hour > 23 || minute > 59 || second > 59) return null;
  const fullYear = year <= 69 ? year + 2000 : year <= 99 ? year + 1900 : year;
  const parsed = new Date(Date.UTC(fullYear, month, day, hour, minute, second));
  return parsed.getUTCDate() === day ? parsed.getTime() : null;
}
