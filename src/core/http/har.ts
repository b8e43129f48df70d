import type { HttpExchange } from './exchange.ts';
import { createOrdinals, exchangeId } from './exchange-id.ts';
import { readEntry } from './har-entry.ts';

/**
 * One entry, of a file or as `devtools.network` hands it over. Never throws, whatever the value is: `problems` names each
 * field that could not be read. `ordinal` counts the entries that share start, method and URL.
 */
export function exchangeFromEntry(entry: unknown, ordinal: number): HttpExchange {
  const read = readEntry(entry);
  return { ...read, id: exchangeId(read.startedAt, read.method, read.url, ordinal) };
}

/** Reads the entries of one file, given in order, with ids that are unique among them. */
export function exchangesInOrder(): (entry: unknown) => HttpExchange {
  const ordinalOf = createOrdinals();
  return (entry) => {
    const read = readEntry(entry);
    const ordinal = ordinalOf(read.startedAt, read.method, read.url);
    return { ...read, id: exchangeId(read.startedAt, read.method, read.url, ordinal) };
  };
}
