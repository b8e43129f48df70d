import { takesSecret } from '../core/readers/index.ts';
import type { KeyOptions, Keyring, Reading, SealedCookie } from '../core/readers/reader.ts';

/** A secret in the list: its text is never sent back. */
export interface SecretSummary {
  readonly id: string;
  readonly label: string;
  readonly options: KeyOptions;
  /** Different sealed values that this secret opened in the recording, of all sealed values seen. */
  readonly opened: number;
  readonly sealed: number;
}

/** How many of one recording's sealed values each secret opened. */
export class OpenedCounts {
  /** Which secret opened a sealed value; null for none. Different values count once. */
  readonly #openedBy = new Map<string, string | null>();
  readonly #opened = new Map<string, number>();

  count({ name, value }: SealedCookie, reading: Reading | null): void {
    if (reading === null || !takesSecret(reading)) return;
    const cookie = `${name}=${value}`;
    const id = reading.key?.secretId ?? null;
    const before = this.#openedBy.get(cookie) ?? null;
    this.#openedBy.set(cookie, id);
    if (before === id) return;
    if (before !== null) this.#opened.set(before, (this.#opened.get(before) ?? 1) - 1);
    if (id !== null) this.#opened.set(id, (this.#opened.get(id) ?? 0) + 1);
  }

  /** Before every value is read anew. */
  clear(): void {
    this.#openedBy.clear();
    this.#opened.clear();
  }

  summaries(keyring: Keyring): readonly SecretSummary[] {
    const sealed = this.#openedBy.size;
    return keyring.map(({ id, label, options }) => ({ id, label, options, opened: this.#opened.get(id) ?? 0, sealed }));
  }
}
