import { MarshalRefusal } from './marshal-limits.ts';

/** Reads the stream's bytes in order. Nothing is taken before it is known to be there. */
export class ByteCursor {
  readonly #bytes: Uint8Array;
  #offset = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get offset(): number {
    return this.#offset;
  }

  get left(): number {
    return this.#bytes.length - this.#offset;
  }

  /** The next byte, if there is one. */
  peek(): number | undefined {
    return this.#bytes[this.#offset];
  }

  byte(): number {
    const byte = this.#bytes[this.#offset];
    if (byte === undefined) throw new MarshalRefusal('unexpected-end', this.#offset);
    this.#offset++;
    return byte;
  }

  /** Marshal's *long*: one signed byte, which is the number itself (5 off) or how many bytes of it follow (w_long in marshal.c). */
  long(): number {
    const first = (this.byte() << 24) >> 24;
    if (first === 0) return 0;
    if (first > 4) return first - 5;
    if (first < -4) return first + 5;
    let value = 0;
    let unit = 1;
    for (let index = 0; index < Math.abs(first); index++) {
      value += this.byte() * unit;
      unit *= 256;
    }
    return first > 0 ? value : value - unit;
  }

  /** A length of things that take at least `unit` bytes each. */
  length(unit: number): number {
    const offset = this.#offset;
    const length = this.long();
    if (length < 0 || length * unit > this.left) throw new MarshalRefusal('bad-length', offset);
    return length;
  }

  /** A copy of as many bytes as the length before them says. */
  counted(): Uint8Array {
    return this.take(this.length(1));
  }

  /** A copy; there must be so many. */
  take(length: number): Uint8Array {
    if (length > this.left) throw new MarshalRefusal('unexpected-end', this.#bytes.length);
    const start = this.#offset;
    this.#offset += length;
    return this.#bytes.slice(start, this.#offset);
  }
}
