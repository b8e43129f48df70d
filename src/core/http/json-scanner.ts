import { JsonLiteral } from './json-literal.ts';
import { JsonString } from './json-string.ts';
import { KeptBytes } from './kept-bytes.ts';

/** Where a text stops being JSON: `offset` in characters (UTF-16) from 0, `line` and `column` from 1. */
export interface JsonFault {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** Which values of a JSON text are wanted. An entered object or array asks for each of its own. */
export interface JsonSelection {
  /** A value begins, whose name is `key`; null in a list, at the top, and where the name is longer than anybody asks for. */
  begin(key: string | null, kind: 'object' | 'array' | 'scalar'): 'enter' | 'keep' | 'skip';
  /** The object or array that was entered last ends. */
  end(): void;
  /** The value that was to be kept; undefined when it is larger than `KEPT_LIMIT`. */
  kept(value: unknown): void;
}

/** Bytes of one kept value. */
const KEPT_LIMIT = 1 << 24;
/** Bytes after which a string may be cut: the rest of a chunk still comes. */
const STRING_LIMIT = 1 << 20;
/** `[` of this many lists inside one another is no file that anybody wrote. */
const DEPTH_LIMIT = 1 << 20;

const BOM = [0xef, 0xbb, 0xbf];
const [QUOTE, OBJECT, ARRAY] = [0x22, 0x7b, 0x5b];
type State = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'string' | 'literal';

/**
 * Reads JSON in chunks of bytes without ever holding all of it: what is kept goes to `JSON.parse`, the rest is only checked, and strings
 * longer than anything needs are cut. Source: RFC 8259.
 */
export class JsonScanner {
  readonly #selection: JsonSelection;
  readonly #literal = new JsonLiteral();
  readonly #text = new JsonString();
  readonly #kept = new KeptBytes(KEPT_LIMIT);
  #state: State = 'value';
  #stack = new Uint8Array(64);
  #depth = 0;
  /** What is done with the value at hand; `kept` and `skipped` until the depth where that began. */
  #mode: 'entered' | 'kept' | 'skipped' = 'entered';
  #modeDepth = 0;
  /** From here on the chunk is to be kept; -1 where it is not. */
  #from = -1;
  #isKey = false;
  #key: string | null = null;
  /** Offset of the chunk in bytes. */
  #base = 0;
  #line = 1;
  #lineStart = 0;
  #fault: JsonFault | null = null;

  constructor(selection: JsonSelection) {
    this.#selection = selection;
  }

  /** Null while the text is JSON so far. */
  push(chunk: Uint8Array): JsonFault | null {
    if (this.#from >= 0) this.#from = 0;
    for (let at = 0; at < chunk.length && this.#fault === null; ) at = this.#step(chunk, at);
    if (this.#from >= 0) this.#keep(chunk, chunk.length);
    if (this.#state === 'string') this.#cutLong(chunk, chunk.length);
    this.#base += chunk.length;
    return this.#fault;
  }

  /** The text is over: null when it was JSON. */
  end(): JsonFault | 'empty' | null {
    if (this.#fault !== null) return this.#fault;
    if (this.#from >= 0) this.#from = 0;
    if (this.#state === 'literal') this.#endLiteral(new Uint8Array(), 0);
    else if (this.#state === 'string') this.#fail(this.#text.faultAt(this.#base));
    else if (this.#state === 'value' && this.#depth === 0) return 'empty';
    if (this.#fault === null && (this.#depth > 0 || this.#state !== 'comma-or-end')) this.#fail(this.#base);
    return this.#fault;
  }

  /** Reads on from `at`; returns where it came to. */
  #step(chunk: Uint8Array, at: number): number {
    switch (this.#state) {
      case 'string':
        return this.#string(chunk, at);
      case 'literal':
        if (this.#literal.takes(chunk[at] ?? 0, this.#base + at)) return at + 1;
        this.#endLiteral(chunk, at);
        return at;
      default:
        return this.#between(chunk, at);
    }
  }

  #between(chunk: Uint8Array, at: number): number {
    const byte = chunk[at] ?? 0;
    const offset = this.#base + at;
    if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) {
      if (byte === 0x0a) {
        this.#line++;
        this.#lineStart = offset + 1 - this.#text.surplus;
      }
      return at + 1;
    }
    const inObject = this.#depth > 0 && this.#stack[this.#depth - 1] === OBJECT;
    if (byte === 0x7d && inObject && (this.#state === 'comma-or-end' || this.#state === 'key-or-end')) this.#close(chunk, at);
    else if (byte === 0x5d && !inObject && this.#depth > 0 && (this.#state === 'comma-or-end' || this.#state === 'value-or-end'))
      this.#close(chunk, at);
    else if (byte === 0x2c && this.#state === 'comma-or-end' && this.#depth > 0) this.#state = inObject ? 'key' : 'value';
    else if (this.#state === 'colon' && byte === 0x3a) this.#state = 'value';
    else if ((this.#state === 'key' || this.#state === 'key-or-end') && byte === QUOTE) this.#startString(offset, true);
    else if (this.#state === 'value' || this.#state === 'value-or-end') this.#value(byte, at);
    else this.#fail(offset);
    return at + 1;
  }

  #value(byte: number, at: number): void {
    const offset = this.#base + at;
    // RFC 8259, section 8.1: a byte order mark may be ignored.
    if (offset < 3 && byte === BOM[offset] && this.#text.surplus === offset) this.#text.surplus++;
    else if (byte === OBJECT || byte === ARRAY) this.#open(byte, at);
    else if (byte === QUOTE) {
      this.#begin('scalar', at);
      this.#startString(offset, false);
    } else if (this.#literal.start(byte, offset)) {
      this.#begin('scalar', at);
      this.#state = 'literal';
    } else this.#fail(offset);
  }

  #begin(kind: 'object' | 'array' | 'scalar', at: number): void {
    if (this.#mode !== 'entered') return;
    const decision = this.#selection.begin(this.#key, kind);
    this.#key = null;
    if (decision === 'enter' && kind !== 'scalar') return;
    this.#mode = decision === 'skip' ? 'skipped' : 'kept';
    this.#modeDepth = this.#depth;
    if (this.#mode === 'kept') this.#from = at;
  }

  #open(byte: number, at: number): void {
    if (this.#depth === DEPTH_LIMIT) {
      this.#fail(this.#base + at);
      return;
    }
    this.#begin(byte === OBJECT ? 'object' : 'array', at);
    if (this.#depth === this.#stack.length) {
      const larger = new Uint8Array(2 * this.#depth);
      larger.set(this.#stack);
      this.#stack = larger;
    }
    this.#stack[this.#depth++] = byte;
    this.#state = byte === OBJECT ? 'key-or-end' : 'value-or-end';
  }

  #close(chunk: Uint8Array, at: number): void {
    this.#depth--;
    if (this.#mode === 'entered') {
      this.#selection.end();
      this.#state = 'comma-or-end';
    } else this.#endValue(chunk, at + 1);
  }

  /** A value ends before `at`. */
  #endValue(chunk: Uint8Array, at: number): void {
    this.#state = 'comma-or-end';
    if (this.#mode === 'entered' || this.#depth !== this.#modeDepth) return;
    const wasKept = this.#mode === 'kept';
    this.#mode = 'entered';
    if (!wasKept) return;
    this.#keep(chunk, at);
    this.#from = -1;
    const text = this.#kept.take();
    this.#selection.kept(text === null ? undefined : JSON.parse(text));
  }

  #endLiteral(chunk: Uint8Array, at: number): void {
    const fault = this.#literal.faultAtEnd();
    if (fault === null) this.#endValue(chunk, at);
    else this.#fail(fault);
  }

  #startString(offset: number, isKey: boolean): void {
    this.#state = 'string';
    this.#isKey = isKey;
    this.#text.start(offset, isKey && this.#mode === 'entered');
  }

  #string(chunk: Uint8Array, at: number): number {
    const end = this.#text.read(chunk, at, this.#base);
    if (this.#text.state === 'broken') this.#fail(this.#text.faultAt(end));
    else if (this.#text.state === 'ended') this.#endString(chunk, end);
    return end;
  }

  #endString(chunk: Uint8Array, end: number): void {
    // What was cut goes on with its closing quote.
    if (this.#mode === 'kept' && this.#from < 0) this.#from = end - 1;
    if (!this.#isKey) {
      this.#endValue(chunk, end);
      return;
    }
    this.#state = 'colon';
    if (this.#mode === 'entered') this.#key = this.#text.text;
  }

  /** The chunk is kept up to here. */
  #keep(chunk: Uint8Array, to: number): void {
    this.#kept.add(chunk.subarray(this.#from, to));
    this.#from = to;
  }

  #cutLong(chunk: Uint8Array, at: number): void {
    if (this.#from < 0 || this.#base + at - this.#text.from <= STRING_LIMIT) return;
    this.#keep(chunk, at);
    this.#from = -1;
  }

  #fail(byteOffset: number): void {
    const offset = byteOffset - this.#text.surplus;
    this.#fault = { offset, line: this.#line, column: offset - this.#lineStart + 1 };
  }
}
