import { fail, ok, type Result } from '../result.ts';
import type { HttpExchange } from './exchange.ts';
import { exchangesInOrder } from './har.ts';
import { isObject, type JsonObject } from './har-fields.ts';
import { HarSelection } from './har-selection.ts';
import { type JsonFault, JsonScanner } from './json-scanner.ts';

/** What a HAR says beside its entries. */
export interface HarFacts {
  /** `Firefox/153.0`: the browser where the file names one, else the program that wrote it; null when it says neither. */
  readonly creator: string | null;
  /** There are response headers, but no Cookie and no Set-Cookie anywhere: what Chrome exports by default. */
  readonly cookiesStripped: boolean;
}

export type HarFailure =
  | { readonly code: 'empty' }
  /** Where the text stops being JSON, and how many entries stand whole before that place. */
  | ({ readonly code: 'not-json'; readonly entries: number } & JsonFault)
  /** JSON, but the named field is missing or not of the type that HAR 1.2 has there. */
  | { readonly code: 'not-a-har'; readonly field: 'log' | 'log.entries' };

/**
 * Reads a HAR 1.2 file in chunks of bytes, in memory that does not grow with the file: each exchange is given out as soon as its entry is
 * read. Malformed entries are read as far as they can be and say what is wrong; only a file that is no HAR at all fails, and where it
 * goes wrong what stands before was given out. Source: HAR 1.2, as Chrome, Firefox and others write it.
 */
export class HarReader {
  readonly #selection: HarSelection;
  readonly #scanner: JsonScanner;
  readonly #nextExchange = exchangesInOrder();
  #entries = 0;
  #hasCookies = false;
  #hasResponseHeaders = false;

  /** One exchange for each entry, in order, malformed ones included. */
  constructor(onExchange: (exchange: HttpExchange) => void) {
    this.#selection = new HarSelection((entry) => {
      const exchange = this.#nextExchange(entry);
      this.#entries++;
      this.#hasCookies ||= hasCookies(exchange);
      this.#hasResponseHeaders ||= hasResponseHeaders(entry);
      onExchange(exchange);
    });
    this.#scanner = new JsonScanner(this.#selection);
  }

  /** Entries that were read so far. */
  get entries(): number {
    return this.#entries;
  }

  /** As far as it is known by now. */
  get facts(): HarFacts {
    const { browser, creator } = this.#selection.programs;
    return { creator: programOf(browser) ?? programOf(creator), cookiesStripped: !this.#hasCookies && this.#hasResponseHeaders };
  }

  /** False when the rest need not be read: the text is no JSON. */
  push(chunk: Uint8Array): boolean {
    return this.#scanner.push(chunk) === null;
  }

  /** After the last chunk. */
  end(): Result<HarFacts, HarFailure> {
    const fault = this.#scanner.end();
    if (fault === 'empty') return fail({ code: 'empty' });
    if (fault !== null) return fail({ code: 'not-json', ...fault, entries: this.#entries });
    const { missing } = this.#selection;
    return missing === null ? ok(this.facts) : fail({ code: 'not-a-har', field: missing });
  }
}

function programOf(program: unknown): string | null {
  if (!isObject(program) || typeof program.name !== 'string' || program.name === '') return null;
  return typeof program.version === 'string' && program.version !== '' ? `${program.name}/${program.version}` : program.name;
}

function hasCookies({ requestHeaders, responseHeaders }: HttpExchange): boolean {
  return (
    requestHeaders.some(({ name }) => name.toLowerCase() === 'cookie') ||
    responseHeaders.some(({ name }) => name.toLowerCase() === 'set-cookie')
  );
}

function hasResponseHeaders(entry: JsonObject | null): boolean {
  if (!isObject(entry?.response)) return false;
  const { headers } = entry.response;
  return Array.isArray(headers) && headers.length > 0;
}
