import { parseCookieHeader } from '../cookies/cookie-header.ts';
import { type CookieSizes, cookieSizes } from '../cookies/cookie-size.ts';
import { decodeUtf8 } from '../cookies/form-encoding.ts';
import { parseSetCookie, type SetCookie } from '../cookies/set-cookie.ts';
import { type HttpExchange, headerValues } from '../http/exchange.ts';
import { parseUrl } from '../http/parse-url.ts';
import { recogniseCookie } from '../readers/index.ts';
import type { Recognition, SealedCookie } from '../readers/reader.ts';
import { deletesCookie } from '../session/deletion.ts';

/** What an exchange says by itself: without other exchanges and without secrets. */
export interface ParsedExchange {
  readonly exchange: HttpExchange;
  /** With its port, as people know it; `hostname` is without. Both are empty where the URL has none. */
  readonly host: string;
  readonly hostname: string;
  /** Path with query; the URL as sent where it is none. */
  readonly path: string;
  readonly https: boolean;
  /** A request to another site than the page's that no link was followed for. */
  readonly thirdParty: boolean;
  readonly lines: readonly ParsedLine[];
  /** Every cookie of the request in the order sent, repeated names included. */
  readonly carried: readonly ParsedValue[];
}

/** A cookie value in a request or in a Set-Cookie line. */
export interface ParsedValue {
  /** Name and value as on the wire, joined: the same for the same value wherever it is met. */
  readonly key: string;
  /** The name as text. */
  readonly name: string;
  readonly sealed: SealedCookie;
  /** Null when no reader knows the value. */
  readonly recognition: Recognition | null;
  readonly sizes: CookieSizes;
}

export interface ParsedLine extends ParsedValue {
  /** Index of the line inside its response. */
  readonly line: number;
  readonly cookie: SetCookie;
  readonly deleted: boolean;
}

export function parseExchange(exchange: HttpExchange): ParsedExchange {
  const url = parseUrl(exchange.url);
  const lines = headerValues(exchange.responseHeaders, 'set-cookie').map((text, line) => parseLine(text, line, exchange.startedAt));
  return {
    exchange,
    host: url?.host ?? '',
    hostname: url?.hostname ?? '',
    path: url === null ? exchange.url : url.pathname + url.search,
    https: url !== null && (url.protocol === 'https:' || url.protocol === 'wss:'),
    thirdParty: isThirdParty(exchange),
    lines,
    carried: headerValues(exchange.requestHeaders, 'cookie').flatMap((header) =>
      parseCookieHeader(header).map((pair) => {
        // A request does not tell the flags; the response that sets the same cookie does.
        const httpOnly = lines.some((line) => line.cookie.name === pair.name && line.cookie.effective.httpOnly);
        return parseValue({ ...pair, httpOnly }, cookieSizes(parseSetCookie(`${pair.name}=${pair.value}`)));
      }),
    ),
  };
}

/** The first cookie of this name, which is the one that Rack reads. Names as on the wire. */
export function carriedValue(exchange: ParsedExchange, name: string): ParsedValue | null {
  return exchange.carried.find((value) => value.sealed.name === name) ?? null;
}

function parseLine(text: string, line: number, at: number): ParsedLine {
  const cookie = parseSetCookie(text);
  const { name, value, effective } = cookie;
  const parsed = parseValue({ name, value, httpOnly: effective.httpOnly }, cookieSizes(cookie));
  const deleted = deletesCookie(cookie, at);
  // What stands in a deletion (nothing, or `deleted`) is no damaged session.
  const recognition = deleted && parsed.recognition?.malformed ? null : parsed.recognition;
  return { ...parsed, recognition, line, cookie, deleted };
}

function parseValue(sealed: SealedCookie, sizes: CookieSizes): ParsedValue {
  const { name, value } = sealed;
  return { key: `${name}=${value}`, name: decodeUtf8(name), sealed, recognition: recogniseCookie(sealed), sizes };
}

function isThirdParty({ requestHeaders }: HttpExchange): boolean {
  const [site] = headerValues(requestHeaders, 'sec-fetch-site');
  const [mode] = headerValues(requestHeaders, 'sec-fetch-mode');
  return site === 'cross-site' && mode !== 'navigate';
}
