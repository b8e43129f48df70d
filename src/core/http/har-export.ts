import type { EntryProblem, HeaderField, HttpExchange } from './exchange.ts';
import { harRequestCookies, harResponseCookies } from './har-cookies.ts';
import { EXPORT_FIELD } from './har-own-fields.ts';
import { printHarTime } from './har-time.ts';
import { parseUrl } from './parse-url.ts';

/** What the file says of itself besides its entries. */
export interface HarExportOptions {
  /** Of this program. */
  readonly version: string;
  /** The browser or program that recorded, such as `Firefox/153.0` or `Firefox`; null when it is not known. */
  readonly recorder: string | null;
  /** What was done to the values: shown to who gets the file. */
  readonly comment: string;
}

/**
 * HAR 1.2 of a recording. There are no bodies, and only the header fields that are kept. What HAR has no place for stands in a field of
 * our own, so that reading the file again gives the same exchanges; Chromium's own fields are used where it has them. Header values have
 * one character per byte, as both browsers write them.
 */
export function printHar(exchanges: readonly HttpExchange[], { version, recorder, comment }: HarExportOptions): string {
  const head = { version: '1.2', creator: { name: 'Sessionscope', version }, ...browserOf(recorder), pages: [], comment };
  const entries = exchanges.map((exchange) => JSON.stringify(harEntry(exchange)));
  // One entry a line: a recording of a day is not indented.
  return `{"log":${JSON.stringify(head).slice(0, -1)},"entries":[\n${entries.join(',\n')}\n]}}\n`;
}

function browserOf(recorder: string | null): object {
  if (recorder === null) return {};
  const [, name, version = ''] = /^(.+?)(?:\/([^/]*))?$/s.exec(recorder) ?? [];
  return name === undefined ? {} : { browser: { name, version } };
}

function harEntry(exchange: HttpExchange): object {
  const { startedAt, duration, answeredAfter, deliveredBy, resourceType, problems } = exchange;
  const wait = answeredAfter ?? 0;
  return {
    startedDateTime: printHarTime(startedAt),
    time: duration ?? wait,
    request: harRequest(exchange),
    response: harResponse(exchange),
    cache: {},
    timings: { blocked: -1, dns: -1, connect: -1, ssl: -1, send: 0, wait, receive: Math.max(0, (duration ?? 0) - wait) },
    ...(deliveredBy === 'cache' ? { _fromCache: 'disk' } : {}),
    ...(resourceType === null ? {} : { _resourceType: resourceType }),
    [EXPORT_FIELD]: {
      ...(duration === null ? { duration } : {}),
      ...(answeredAfter === null ? { answeredAfter } : {}),
      ...(exchange.methodOverride === null ? {} : { methodOverride: exchange.methodOverride }),
      ...(exchange.errorPage === null ? {} : { errorPage: exchange.errorPage }),
      ...(problems.length === 0 ? {} : { problems }),
    },
    ...(problems.length === 0 ? {} : { comment: `Malformed where it was read: ${problems.map(problemText).join('; ')}` }),
  };
}

const problemText = ({ code, field }: EntryProblem): string => (field === '' ? code : `${field} (${code})`);

function harRequest(exchange: HttpExchange): object {
  const { method, url, requestHeaders } = exchange;
  return {
    method,
    url,
    httpVersion: 'HTTP/1.1',
    cookies: harRequestCookies(exchange),
    headers: requestHeaders.map(headerField),
    queryString: queryOf(url),
    headersSize: -1,
    bodySize: -1,
  };
}

function harResponse(exchange: HttpExchange): object {
  const { status, responseHeaders, deliveredBy, error } = exchange;
  const field = (wanted: string): string => responseHeaders.find(({ name }) => name.toLowerCase() === wanted)?.value ?? '';
  return {
    status,
    statusText: '',
    httpVersion: 'HTTP/1.1',
    cookies: harResponseCookies(exchange),
    headers: responseHeaders.map(headerField),
    content: { size: 0, mimeType: field('content-type') || 'x-unknown' },
    redirectURL: field('location'),
    headersSize: -1,
    bodySize: -1,
    ...(deliveredBy === 'service-worker' ? { _fetchedViaServiceWorker: true } : {}),
    ...(error === null ? {} : { _error: error }),
  };
}

/** Of a credential only the scheme is kept; what follows makes it one again for who reads the file. */
function headerField({ name, value }: HeaderField): HeaderField {
  return name.toLowerCase() === 'authorization' && value !== '' ? { name, value: `${value} (not-kept)` } : { name, value };
}

function queryOf(url: string): readonly HeaderField[] {
  return [...(parseUrl(url)?.searchParams ?? [])].map(([name, value]) => ({ name, value }));
}
