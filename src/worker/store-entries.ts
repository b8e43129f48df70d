import { readStoreEntry } from '../core/readers/rails/store-entry.ts';
import type { Reading } from '../core/readers/reader.ts';
import type { StoreEntry, StoreEntryFailure } from '../core/readers/stored.ts';
import type { ResponseDetail } from '../core/report/response-row.ts';

/** What was pasted from the server's store, by the session id that it belongs to. In memory, and gone when the recording is cleared. */
export class StoreEntries {
  readonly #entries = new Map<string, StoreEntry>();
  #generation = 0;

  /** Reads what was pasted and keeps it for that id. Null when it is read; nothing is kept of what cannot be. */
  async attach(sessionId: string, content: string | Uint8Array): Promise<StoreEntryFailure | null> {
    const generation = this.#generation;
    const read = await readStoreEntry(content);
    if (!read.ok) return read.failure;
    if (generation === this.#generation) this.#entries.set(sessionId, read.value);
    return null;
  }

  forget(sessionId: string): void {
    this.#entries.delete(sessionId);
  }

  clear(): void {
    this.#generation++;
    this.#entries.clear();
  }

  /** The detail with what is known of its session from the store. */
  fill(detail: ResponseDetail | null): ResponseDetail | null {
    if (detail === null || this.#entries.size === 0) return detail;
    return { ...detail, reading: this.#filled(detail.reading), carried: this.#filled(detail.carried) };
  }

  #filled(reading: Reading | null): Reading | null {
    const id = reading?.identifier?.publicId;
    const entry = id === undefined ? undefined : this.#entries.get(id);
    return reading === null || entry === undefined ? reading : { ...reading, data: entry.data, stored: entry.facts };
  }
}
