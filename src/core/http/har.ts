import { fail, ok, type Result } from '../result.ts';
import type { HttpExchange } from './exchange.ts';
import { createOrdinals, exchangeId } from './exchange-id.ts';
import { readEntry } from './har-entry.ts';
import { isObject, type JsonObject } from './har-fields.ts';
import { findJsonFault } from './json-fault.ts';

export interface HarFile {
  /** `Firefox/153.0`: the browser where the file names one, else the program that wrote it; null when it says neither. */
  readonly creator: string | null;
  /** One for each entry, malformed ones included: the index is that of the entry. */
  readonly exchanges: readonly HttpExchange[];
  /** There are response headers, but no Cookie and no Set-Cookie anywhere: what Chrome exports by default. */
  readonly cookiesStripped: boolean;
}

export type HarFailure =
  | { readonly code: 'empty' }
  /** `offset` in characters from 0, `line` and `column` from 1: where the text stops being JSON. */
  | { readonly code: 'not-json'; readonly offset: number; readonly line: number; readonly column: number }
  /** JSON, but the named field is missing or not of the type that HAR 1.2 has there. */
  | { readonly code: 'not-a-har'; readonly field: 'log' | 'log.entries' };

/**
 * Reads a HAR 1.2 file as Chrome, Firefox and others write it. Malformed entries are read as far as they can be and say
 * what is wrong; only a file that is no HAR at all fails. Source: HAR 1.2; RFC 8259 for the byte order mark.
 */
export function parseHar(text: string): Result<HarFile, HarFailure> {
  const json = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (!/\S/.test(json)) return fail({ code: 'empty' });
  let file: unknown;
  try {
    file = JSON.parse(json);
  } catch {
    // The engine's own message quotes the text, which may be a secret, and differs between engines.
    return fail({ code: 'not-json', ...findJsonFault(json) });
  }
  const log = isObject(file) ? file.log : undefined;
  if (!isObject(log)) return fail({ code: 'not-a-har', field: 'log' });
  if (!Array.isArray(log.entries)) return fail({ code: 'not-a-har', field: 'log.entries' });
  const exchanges = exchangesFromEntries(log.entries);
  return ok({ creator: creatorOf(log), exchanges, cookiesStripped: areCookiesStripped(log.entries, exchanges) });
}

/**
 * One entry, of a file or as `devtools.network` hands it over. Never throws, whatever the value is: `problems` names each
 * field that could not be read. `ordinal` counts the entries that share start, method and URL.
 */
export function exchangeFromEntry(entry: unknown, ordinal: number): HttpExchange {
  const read = readEntry(entry);
  return { ...read, id: exchangeId(read.startedAt, read.method, read.url, ordinal) };
}

/** All entries in order, with ids that are unique among them. */
export function exchangesFromEntries(entries: readonly unknown[]): readonly HttpExchange[] {
  const ordinalOf = createOrdinals();
  return entries.map((entry) => {
    const read = readEntry(entry);
    const ordinal = ordinalOf(read.startedAt, read.method, read.url);
    return { ...read, id: exchangeId(read.startedAt, read.method, read.url, ordinal) };
  });
}

function creatorOf(log: JsonObject): string | null {
  for (const program of [log.browser, log.creator]) {
    if (!isObject(program) || typeof program.name !== 'string' || program.name === '') continue;
    return typeof program.version === 'string' && program.version !== '' ? `${program.name}/${program.version}` : program.name;
  }
  return null;
}

function areCookiesStripped(entries: readonly unknown[], exchanges: readonly HttpExchange[]): boolean {
  const hasCookies = exchanges.some(
    ({ requestHeaders, responseHeaders }) =>
      requestHeaders.some(({ name }) => name.toLowerCase() === 'cookie') ||
      responseHeaders.some(({ name }) => name.toLowerCase() === 'set-cookie'),
  );
  return !hasCookies && entries.some(hasResponseHeaders);
}

function hasResponseHeaders(entry: unknown): boolean {
  if (!isObject(entry) || !isObject(entry.response)) return false;
  const { headers } = entry.response;
  return Array.isArray(headers) && headers.length > 0;
}
