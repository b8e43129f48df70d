/** `delimiter` of RFC 6265bis, 5.1.1: the tab, and every printable ASCII character but letters, digits and `:`. */
const DELIMITERS = /[\t -/;-@[-`{-~]+/;
const TIME = /^(\d{1,2}):(\d{1,2}):(\d{1,2})(?!\d)/;
const DAY = /^(\d{1,2})(?!\d)/;
const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;
const YEAR = /^(\d{2,4})(?!\d)/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A date is some 30 characters; what is longer than an attribute may be is none. */
const MAX_LENGTH = 1024;

/**
 * The time of a cookie-date in milliseconds since the epoch, or null when it is none. Whatever follows day, month, year
 * and time is not looked at, so a zone is always UTC: Rack 1 writes `-0000`, later ones `GMT`.
 * Source: RFC 6265bis, 5.1.1.
 */
export function parseCookieDate(text: string): number | null {
  if (text.length > MAX_LENGTH) return null;
  let time: readonly number[] | undefined;
  let day: number | undefined;
  let month: number | undefined;
  let year: number | undefined;

  // Step 2: each token is the first of these that is still looked for and matches.
  for (const token of text.split(DELIMITERS)) {
    // All but the month start with a digit.
    if (!startsWithDigit(token)) {
      if (month === undefined && MONTH.test(token)) month = MONTHS.indexOf(token.slice(0, 3).toLowerCase());
      continue;
    }
    const timeMatch = time === undefined ? TIME.exec(token) : null;
    if (timeMatch !== null) {
      time = timeMatch.slice(1, 4).map(Number);
      continue;
    }
    const dayMatch = day === undefined ? DAY.exec(token) : null;
    if (dayMatch !== null) {
      day = Number(dayMatch[1]);
      continue;
    }
    const yearMatch = year === undefined ? YEAR.exec(token) : null;
    if (yearMatch !== null) year = fullYear(Number(yearMatch[1]));
  }

  // Step 5.
  if (time === undefined || day === undefined || month === undefined || year === undefined) return null;
  const [hour = 0, minute = 0, second = 0] = time;
  if (day < 1 || day > 31 || year < 1601 || hour > 23 || minute > 59 || second > 59) return null;
  // Steps 6 and 7: there is no 31 April.
  const parsed = new Date(Date.UTC(year, month, day, hour, minute, second));
  return parsed.getUTCDate() === day ? parsed.getTime() : null;
}

function startsWithDigit(token: string): boolean {
  const code = token.charCodeAt(0);
  return code >= 0x30 && code <= 0x39;
}

/** Steps 3 and 4. */
function fullYear(year: number): number {
  if (year >= 70 && year <= 99) return year + 1900;
  return year <= 69 ? year + 2000 : year;
}
