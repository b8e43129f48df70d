import { fail, ok, type Result } from '../result.ts';
import type { HashPair, RubyValue } from './ruby-value.ts';

/** `bytes` of UTF-8, `depth` of nested arrays and objects, `elements` are values of any kind. */
export interface JsonLimits {
  readonly bytes: number;
  readonly depth: number;
  readonly elements: number;
}

export const JSON_LIMITS: JsonLimits = { bytes: 1 << 20, depth: 512, elements: 200_000 };

export type JsonFailureCode =
  | 'too-large'
  | 'too-deep'
  | 'too-many-elements'
  | 'invalid-utf8'
  | 'unexpected-end'
  | 'unexpected-character'
  | 'invalid-number'
  | 'invalid-escape'
  | 'control-character'
  | 'trailing-bytes';

/** `offset` counts UTF-8 bytes from the start. */
export interface JsonFailure {
  readonly code: JsonFailureCode;
  readonly offset: number;
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const toBytes = new TextEncoder();

/**
 * Reads one JSON text exactly (RFC 8259): numbers keep their digits, objects their order and repeated keys, `__proto__` is a key
 * like any other. NaN, Infinity, comments and trailing bytes are refused; ActiveSupport::JSON writes none of them.
 */
export function readJson(input: string | Uint8Array, limits: JsonLimits = JSON_LIMITS): Result<RubyValue, JsonFailure> {
  // A UTF-16 unit takes at least one byte, so a longer text is refused before it is looked at.
  if (input.length > limits.bytes) return fail({ code: 'too-large', offset: limits.bytes });
  const text = typeof input === 'string' ? input : utf8.decode(input);
  if (typeof input !== 'string') {
    const offset = firstInvalidByte(input, text);
    if (offset !== null) return fail({ code: 'invalid-utf8', offset });
  }
  const reader = new JsonReader(text, limits);
  try {
    return ok(reader.readDocument());
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return fail({ code: error.code, offset: toBytes.encode(text.slice(0, error.index)).length });
  }
}

/** Where decoding put U+FFFD, the bytes differ from those of the text. */
function firstInvalidByte(bytes: Uint8Array, decoded: string): number | null {
  if (!decoded.includes('\ufffd')) return null;
  const expected = toBytes.encode(decoded);
  for (let index = 0; index < bytes.length; index++) if (bytes[index] !== expected[index]) return index;
  return null;
}

class Refusal extends Error {
  readonly code: JsonFailureCode;
  readonly index: number;
  constructor(code: JsonFailureCode, index: number) {
    super(code);
    this.code = code;
    this.index = index;
  }
}

const NUMBER = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/y;
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

class JsonReader {
  readonly #text: string;
  readonly #limits: JsonLimits;
  #index = 0;
  #elements = 0;

  constructor(text: string, limits: JsonLimits) {
    this.#text = text;
    this.#limits = limits;
  }

  readDocument(): RubyValue {
    this.#skipWhiteSpace();
    const value = this.#readValue(0);
    this.#skipWhiteSpace();
    if (this.#index < this.#text.length) throw new Refusal('trailing-bytes', this.#index);
    return value;
  }

  #readValue(depth: number): RubyValue {
    if (++this.#elements > this.#limits.elements) throw new Refusal('too-many-elements', this.#index);
    switch (this.#text[this.#index]) {
      case '{':
        return { type: 'hash', pairs: this.#readPairs(depth + 1) };
      case '[':
        return { type: 'array', items: this.#readItems(depth + 1) };
      case '"':
        return { type: 'string', text: this.#readString() };
      case 't':
        return this.#readWord('true', { type: 'boolean', value: true });
      case 'f':
        return this.#readWord('false', { type: 'boolean', value: false });
      case 'n':
        return this.#readWord('null', { type: 'nil' });
      default:
        return this.#readNumber();
    }
  }

  #readItems(depth: number): RubyValue[] {
    this.#open(depth);
    const items: RubyValue[] = [];
    if (this.#take(']')) return items;
    for (;;) {
      items.push(this.#readValue(depth));
      this.#skipWhiteSpace();
      if (this.#take(']')) return items;
      this.#expect(',');
    }
  }

  #readPairs(depth: number): HashPair[] {
    this.#open(depth);
    const pairs: HashPair[] = [];
    if (this.#take('}')) return pairs;
    for (;;) {
      if (this.#text[this.#index] !== '"') throw this.#unexpected();
      const key: RubyValue = { type: 'string', text: this.#readString() };
      this.#skipWhiteSpace();
      this.#expect(':');
      pairs.push({ key, value: this.#readValue(depth) });
      this.#skipWhiteSpace();
      if (this.#take('}')) return pairs;
      this.#expect(',');
    }
  }

  #readString(): string {
    let text = '';
    let start = ++this.#index;
    for (;;) {
      const code = this.#text.charCodeAt(this.#index);
      if (code === 0x22) {
        text += this.#text.slice(start, this.#index++);
        return text;
      }
      if (code === 0x5c) {
        text += this.#text.slice(start, this.#index) + this.#readEscape();
        start = this.#index;
      } else if (code < 0x20) {
        throw new Refusal('control-character', this.#index);
      } else if (Number.isNaN(code)) {
        throw this.#unexpected();
      } else {
        this.#index++;
      }
    }
  }

  #readEscape(): string {
    const at = this.#index;
    const letter = this.#text[at + 1] ?? '';
    if (letter === 'u') {
      const digits = this.#text.slice(at + 2, at + 6);
      if (!/^[0-9A-Fa-f]{4}$/.test(digits)) throw new Refusal('invalid-escape', at);
      this.#index = at + 6;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const character = ESCAPES.get(letter);
    if (character === undefined) throw new Refusal('invalid-escape', at);
    this.#index = at + 2;
    return character;
  }

  #readNumber(): RubyValue {
    NUMBER.lastIndex = this.#index;
    const match = NUMBER.exec(this.#text);
    if (match === null) throw this.#text[this.#index] === '-' ? new Refusal('invalid-number', this.#index) : this.#unexpected();
    const text = match[0];
    // `01`, `1.` and `1e` are no numbers.
    if (/[0-9.eE+-]/.test(this.#text[this.#index + text.length] ?? '')) throw new Refusal('invalid-number', this.#index);
    this.#index += text.length;
    return { type: match[1] === undefined && match[2] === undefined ? 'integer' : 'float', text };
  }

  #readWord(word: string, value: RubyValue): RubyValue {
    if (!this.#text.startsWith(word, this.#index)) throw this.#unexpected();
    this.#index += word.length;
    return value;
  }

  #open(depth: number): void {
    if (depth > this.#limits.depth) throw new Refusal('too-deep', this.#index);
    this.#index++;
    this.#skipWhiteSpace();
  }

  #take(character: string): boolean {
    if (this.#text[this.#index] !== character) return false;
    this.#index++;
    return true;
  }

  #expect(character: string): void {
    if (!this.#take(character)) throw this.#unexpected();
    this.#skipWhiteSpace();
  }

  #skipWhiteSpace(): void {
    while (/[ \t\n\r]/.test(this.#text[this.#index] ?? '')) this.#index++;
  }

  #unexpected(): Refusal {
    return new Refusal(this.#index < this.#text.length ? 'unexpected-character' : 'unexpected-end', this.#index);
  }
}
