import type { HttpExchange } from '../../../src/core/http/exchange.ts';
import { type HarFacts, type HarFailure, HarReader } from '../../../src/core/http/har-stream.ts';
import { ok, type Result } from '../../../src/core/result.ts';

/** What the streaming reader makes of these chunks, or of a text in one. */
export function readHar(file: string | readonly Uint8Array[]): Result<HarFacts & { exchanges: readonly HttpExchange[] }, HarFailure> {
  const exchanges: HttpExchange[] = [];
  const reader = new HarReader((exchange) => exchanges.push(exchange));
  for (const chunk of typeof file === 'string' ? [new TextEncoder().encode(file)] : file) reader.push(chunk);
  const end = reader.end();
  return end.ok ? ok({ ...end.value, exchanges }) : end;
}
