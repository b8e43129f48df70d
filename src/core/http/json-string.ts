/** Longer names than anybody asks for are not collected. */
const NOTED_LIMIT = 256;
const [QUOTE, BACKSLASH] = [0x22, 0x5c];

/** What a byte does in a string: ends it or begins an escape, or how many characters less than bytes there are for it. */
const [STOPS, ESCAPES] = [9, 8];
const IN_STRING = Int8Array.from({ length: 256 }, (_, byte) => {
  if (byte === QUOTE || byte < 0x20) return STOPS;
  if (byte === BACKSLASH) return ESCAPES;
  // UTF-8: what follows the first byte is no character; of four bytes two are, as UTF-16 counts.
  if (byte < 0x80 || (byte >= 0xc0 && byte < 0xf0)) return 0;
  return byte < 0xc0 ? 1 : -1;
});
/** What may follow a backslash, but for `u`. */
const ESCAPED = Uint8Array.from({ length: 256 }, (_, byte) => ('"\\/bfnrt'.includes(String.fromCharCode(byte)) ? 1 : 0));

const isHexDigit = (byte: number): boolean => (byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66);

/** A JSON string of any length, in chunks of bytes: it is passed over, and its text collected only where asked for. Source: RFC 8259, section 7. */
export class JsonString {
  /** Of all strings so far, bytes that are no characters of their own. */
  surplus = 0;
  /** `ended` behind its closing quote. */
  state: 'open' | 'ended' | 'broken' = 'open';
  /** Offset of its opening quote. */
  from = 0;
  /** Null outside an escape; the digits of `\u` that are still to come. */
  #digits: number | null = null;
  #escapeAt = 0;
  #faultAt = 0;
  readonly #noted: number[] = [];
  #isNoted = false;

  /** `offset` is that of its opening quote. */
  start(offset: number, isNoted: boolean): void {
    this.state = 'open';
    this.from = offset;
    this.#digits = null;
    this.#noted.length = 0;
    this.#isNoted = isNoted;
  }

  /** Reads on from `start`, the chunk beginning at `base`; returns where it came to. */
  read(chunk: Uint8Array, start: number, base: number): number {
    let at = start;
    while (at < chunk.length && this.state === 'open') at = this.#digits === null ? this.#plain(chunk, at, base) : this.#escape(chunk, at);
    if (this.#isNoted) for (const byte of chunk.subarray(start, at)) if (this.#noted.length <= NOTED_LIMIT) this.#noted.push(byte);
    return at;
  }

  /** Where the text goes wrong that ends at `end`, or went wrong before. */
  faultAt(end: number): number {
    if (this.state === 'broken') return this.#faultAt;
    return this.#digits === null ? end : this.#escapeAt;
  }

  /** Its text, when it is noted and has ended; null when it is longer than anything that is asked for. */
  get text(): string | null {
    if (this.#noted.length > NOTED_LIMIT) return null;
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(new Uint8Array(this.#noted));
    return this.#noted.includes(BACKSLASH) ? JSON.parse(`"${text}`) : text.slice(0, -1);
  }

  #plain(chunk: Uint8Array, start: number, base: number): number {
    const end = chunk.length;
    let at = start;
    let surplus = 0;
    while (at < end) {
      const kind = IN_STRING[chunk[at] as number] as number;
      if (kind === STOPS) break;
      if (kind === ESCAPES) {
        // The usual escapes are passed over here, where bodies are quick.
        if (at + 1 === end || ESCAPED[chunk[at + 1] as number] !== 1) break;
        at++;
      } else surplus += kind;
      at++;
    }
    this.surplus += surplus;
    if (at === end) return at;
    if (chunk[at] === QUOTE) this.state = 'ended';
    else if (chunk[at] === BACKSLASH) {
      this.#escapeAt = base + at;
      this.#digits = 0;
    } else this.#break(base + at);
    return at + 1;
  }

  /** One byte of an escape. */
  #escape(chunk: Uint8Array, at: number): number {
    const byte = chunk[at] as number;
    if (this.#digits !== null && this.#digits > 0) {
      if (!isHexDigit(byte)) this.#break(this.#escapeAt);
      else if (--this.#digits === 0) this.#digits = null;
    } else if (byte === 0x75) this.#digits = 4;
    else if (ESCAPED[byte] === 1) this.#digits = null;
    else this.#break(this.#escapeAt);
    return at + 1;
  }

  #break(offset: number): void {
    this.state = 'broken';
    this.#faultAt = offset;
  }
}
