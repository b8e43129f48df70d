import type { HttpExchange } from '../core/http/exchange.ts';
import { exchangeFromEntry } from '../core/http/har.ts';
import type { Network } from '../platform/network.ts';
import { withByteHeaders } from './chromium-bytes.ts';

export type ReadEntry = (entry: unknown) => HttpExchange;

/** Reads an entry whatever it is: a fault of ours, or a getter that throws, gives a malformed exchange and no exception. */
export function readerFor(dialect: Network['dialect']): ReadEntry {
  return (entry) => {
    try {
      return exchangeFromEntry(dialect === 'chromium' ? withByteHeaders(entry) : entry, 0);
    } catch {
      return exchangeFromEntry(undefined, 0);
    }
  };
}
