import { parseCookieHeader } from '../cookies/cookie-header.ts';
import { parseSetCookie, type SetCookie } from '../cookies/set-cookie.ts';
import { type HttpExchange, headerValues } from './exchange.ts';
import { printHarTime } from './har-time.ts';

/** `cookie` of HAR 1.2, with the one field that Chrome adds. What the line does not say is left out. */
interface HarCookie {
  readonly name: string;
  readonly value: string;
  readonly path?: string;
  readonly domain?: string;
  /** ISO 8601; left out where the cookie lasts until the browser closes. */
  readonly expires?: string;
  readonly httpOnly?: boolean;
  readonly secure?: boolean;
  readonly sameSite?: string;
}

/** The cookies that the request carried: of a `Cookie` header names and values are all that there is. */
export function harRequestCookies({ requestHeaders }: HttpExchange): readonly HarCookie[] {
  return headerValues(requestHeaders, 'cookie').flatMap(parseCookieHeader);
}

/** The cookies that the response sets, one for each line that sets any, with one character per byte. */
export function harResponseCookies(exchange: HttpExchange): readonly HarCookie[] {
  const arrivedAt = exchange.startedAt + (exchange.answeredAfter ?? exchange.duration ?? 0);
  return headerValues(exchange.responseHeaders, 'set-cookie')
    .map(parseSetCookie)
    .filter(({ name, value }) => name !== '' || value !== '')
    .map((cookie) => harCookie(cookie, arrivedAt));
}

function harCookie({ name, value, effective }: SetCookie, arrivedAt: number): HarCookie {
  const { path, domain, httpOnly, secure, sameSite, maxAge, expires } = effective;
  const until = maxAge === null ? (expires?.time ?? null) : maxAge <= 0 ? 0 : arrivedAt + maxAge * 1000;
  return {
    name,
    value,
    ...(path === null ? {} : { path }),
    ...(domain === null ? {} : { domain }),
    ...(until === null ? {} : { expires: printHarTime(until) }),
    httpOnly,
    secure,
    ...(sameSite === 'Strict' || sameSite === 'Lax' || sameSite === 'None' ? { sameSite } : {}),
  };
}
