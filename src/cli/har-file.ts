import type { HttpExchange } from '../core/http/exchange.ts';
import { type HarFacts, type HarFailure, HarReader } from '../core/http/har-stream.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { fileFault, type Io, isDamagedGzip } from './io.ts';
import { plainBytes } from './plain-bytes.ts';

export interface HarFile extends HarFacts {
  /** One for each entry: the index is that of the entry. */
  readonly exchanges: readonly HttpExchange[];
}

/** Reads a HAR file, plain or gzipped, or standard input for `-`, however large it is. A failure is one line that says what and where. */
export async function readHar(source: string, io: Io): Promise<Result<HarFile, string>> {
  const name = source === '-' ? 'standard input' : source;
  const exchanges: HttpExchange[] = [];
  const reader = new HarReader((exchange) => exchanges.push(exchange));
  try {
    for await (const chunk of plainBytes(io.readPieces(source === '-' ? 'stdin' : { file: source }))) if (!reader.push(chunk)) break;
  } catch (error) {
    return fail(`${name}: ${fileFault(error)}${isDamagedGzip(error) ? whereIn(reader.entries) : ''}`);
  }
  const end = reader.end();
  return end.ok ? ok({ ...end.value, exchanges }) : fail(`${name}: ${harFault(end.failure)}`);
}

function harFault(failure: HarFailure): string {
  switch (failure.code) {
    case 'empty':
      return 'the file is empty';
    case 'not-json':
      return `the file is not JSON: it goes wrong at line ${failure.line}, column ${failure.column}${whereIn(failure.entries)}`;
    case 'not-a-har':
      return `the file is not a HAR: the field ${failure.field} is missing or of the wrong type`;
  }
}

const whereIn = (entries: number): string => (entries === 0 ? '' : `, behind entry ${entries - 1}`);
