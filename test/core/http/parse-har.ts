import type { HttpExchange } from '../../../src/core/http/exchange.ts';
import { exchangesInOrder } from '../../../src/core/http/har.ts';
import { isObject, type JsonObject } from '../../../src/core/http/har-fields.ts';
import type { HarFacts, HarFailure } from '../../../src/core/http/har-stream.ts';
import type { JsonFault } from '../../../src/core/http/json-scanner.ts';
import { fail, ok, type Result } from '../../../src/core/result.ts';
import { findJsonFault } from './json-fault.ts';

interface HarFile extends HarFacts {
  /** One for each entry, malformed ones included: the index is that of the entry. */
  readonly exchanges: readonly HttpExchange[];
}

type WholeFailure = Exclude<HarFailure, { code: 'not-json' }> | ({ readonly code: 'not-json' } & JsonFault);

/** A HAR as the streaming reader must read it, read at once. */
export function parseHar(text: string): Result<HarFile, WholeFailure> {
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
  const exchanges = log.entries.map(exchangesInOrder());
  return ok({ creator: creatorOf(log), exchanges, cookiesStripped: areCookiesStripped(log.entries, exchanges) });
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
