import type { LineStorage } from '../cookies/storage.ts';
import type { Finding } from '../findings/finding.ts';
import { checkCookie, checkExchange } from '../findings/rules/index.ts';
import type { CarriedCookie, CookieSubject } from '../findings/subject.ts';
import { headerValues } from '../http/exchange.ts';
import { answeredAt } from '../http/http-date.ts';
import { sharedCaching } from '../http/shared-cache.ts';
import type { Layout, Reading } from '../readers/reader.ts';
import { type SessionChange, sessionChange } from '../session/change.ts';
import { isSessionCookie } from '../session/session-cookie.ts';
import { carriedValue, type ParsedExchange, type ParsedLine, type ParsedValue } from './parsed-exchange.ts';
import { type NameCount, namesCarried, repeatedLines } from './repeats.ts';

/** What an exchange must ask of the rest of the recording. */
export interface Surroundings {
  /** What the value holds at the time of this exchange; null for plain cookies. A value that is still being opened is sealed. */
  reading(value: ParsedValue): Reading | null;
  /** What the browser did with the line; null when that is not known. */
  storage(line: ParsedLine): LineStorage | null;
  /** Rails' count of the version that this one grew from (see `CarriedCookie`). */
  grewFrom(value: ParsedValue): number | null;
  /** See `CookieSubject`; nothing is known of other responses where this is left out. */
  sameSealedElsewhere(line: ParsedLine): boolean;
  /** Keys of sessions that the user says are identity too. */
  readonly identityKeys?: readonly string[];
}

/** A Set-Cookie line with everything that is known about it. */
export interface JudgedLine {
  readonly parsed: ParsedLine;
  readonly storage: LineStorage | null;
  readonly session: boolean;
  readonly reading: Reading | null;
  /** What the request carried under this name. */
  readonly carried: Reading | null;
  /** Null for cookies that are no session. */
  readonly change: SessionChange | null;
  readonly findings: readonly Finding[];
}

export interface JudgedExchange {
  readonly parsed: ParsedExchange;
  readonly lines: readonly JudgedLine[];
  /** About the request, or the response as a whole. */
  readonly findings: readonly Finding[];
  /** The request carried a session cookie. */
  readonly carriesSession: boolean;
}

/** Judges one exchange: pure, so that it can be done again whenever something around it has changed. */
export function judgeExchange(parsed: ParsedExchange, around: Surroundings): JudgedExchange {
  const carried = namesCarried(parsed).map((name) => judgeCarried(name, parsed, around));
  const lines = judgeLines(parsed, around);
  const findings = checkExchange({
    status: parsed.exchange.status,
    errorPage: parsed.exchange.errorPage,
    setsCookies: parsed.lines.length > 0,
    // HTTP/2 may send one header in several fields, which the server joins (RFC 9113, 8.2.3).
    cookieHeader: headerValues(parsed.exchange.requestHeaders, 'cookie').join('; ').length,
    carried,
  });
  return {
    parsed,
    lines,
    findings,
    carriesSession: carried.some((cookie) => cookie.session),
  };
}

/** What the rules are told of a line besides what the line itself says. */
type AroundLine = Pick<CookieSubject, 'https' | 'hostname' | 'answeredAt' | 'caching' | 'repeats' | 'storage'>;

function judgeLines(exchange: ParsedExchange, around: Surroundings): readonly JudgedLine[] {
  if (exchange.lines.length === 0) return [];
  const { https, hostname } = exchange;
  const response = { https, hostname, answeredAt: answeredAt(exchange.exchange), caching: sharedCaching(exchange.exchange) };
  const stored = exchange.lines.map((line) => ({ line, storage: around.storage(line) }));
  const repeats = repeatedLines(exchange.exchange.url, stored);
  return stored.map(({ line, storage }) =>
    judgeLine(line, exchange, around, { ...response, storage, repeats: repeats.get(line.line) ?? null }),
  );
}

function judgeLine(parsed: ParsedLine, exchange: ParsedExchange, around: Surroundings, about: AroundLine): JudgedLine {
  const reading = around.reading(parsed);
  const before = carriedValue(exchange, parsed.sealed.name);
  const carried = before && around.reading(before);
  // A line that deletes has no value to be known by: it is a session cookie when what it deletes is one.
  const session =
    isSession(parsed, reading, exchange, parsed.cookie.effective.httpOnly) ||
    (parsed.deleted && before !== null && isSession(before, carried, exchange, null));
  const { identityKeys = [] } = around;
  const change = sessionChange({
    hadCookie: before !== null,
    carried,
    set: reading,
    cleared: parsed.deleted,
    sameValue: before?.key === parsed.key,
    wire: parsed.sizes.wire,
    limit: parsed.sizes.limit,
    identityKeys,
  });
  const { line, name, cookie, sizes, deleted } = parsed;
  const sameSealedElsewhere = around.sameSealedElsewhere(parsed);
  const findings = checkCookie({
    ...about,
    line,
    name,
    cookie,
    sizes,
    deleted,
    session,
    reading,
    carried,
    identityKeys,
    sameSealedElsewhere,
  });
  return { parsed, storage: about.storage, session, reading, carried, change: session ? change : null, findings };
}

/** Names on the wire of the session cookies that the exchange carries or sets. */
export function sessionNames(exchange: ParsedExchange, around: Pick<Surroundings, 'reading'>): readonly string[] {
  const carried = exchange.carried.filter((value) => isSession(value, around.reading(value), exchange, null));
  const set = exchange.lines.filter((line) => isSession(line, around.reading(line), exchange, line.cookie.effective.httpOnly));
  return [...new Set([...carried, ...set].map(({ sealed }) => sealed.name))];
}

function judgeCarried({ value, times, differ }: NameCount, exchange: ParsedExchange, around: Surroundings): CarriedCookie {
  return {
    name: value.name,
    times,
    differ,
    session: isSession(value, around.reading(value), exchange, null),
    sealed: isSealedLayout(value.recognition?.layout ?? null),
    sizes: value.sizes,
    grewFrom: around.grewFrom(value),
  };
}

/** Signed or encrypted by Rails, which checks it against its limit; Rack drops a session that is too large, and raises nothing. */
export function isSealedLayout(layout: Layout | null): boolean {
  return layout === 'encrypted-gcm' || layout === 'encrypted-cbc' || layout === 'signed';
}

function isSession(value: ParsedValue, reading: Reading | null, exchange: ParsedExchange, httpOnly: boolean | null): boolean {
  return isSessionCookie({ name: value.name, httpOnly, thirdParty: exchange.thirdParty, recognition: value.recognition, reading });
}
