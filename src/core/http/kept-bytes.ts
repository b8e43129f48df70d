const FIRST = 1 << 12;

/** Bytes of one JSON value, collected over chunks up to a limit; beyond it nothing is kept. */
export class KeptBytes {
  readonly #limit: number;
  #bytes = new Uint8Array(FIRST);
  #length = 0;
  #tooMany = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(part: Uint8Array): void {
    const length = this.#length + part.length;
    if (length > this.#limit) this.#tooMany = true;
    if (this.#tooMany) return;
    if (length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(length, 2 * this.#bytes.length));
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    this.#bytes.set(part, this.#length);
    this.#length = length;
  }

  /** What was added since the last time, as text; null when it was too much. Bytes that are no UTF-8 become U+FFFD. */
  take(): string | null {
    const text = this.#tooMany ? null : new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
    this.#tooMany = false;
    return text;
  }
}
