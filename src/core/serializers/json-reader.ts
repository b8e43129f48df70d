import type { JsonFailureCode, JsonLimits } from './json-limits.ts';
import type { HashPair, RubyValue } from './ruby-value.ts';

/** Thrown inside and turned into a failure by `readJson`. `index` counts UTF-16 units. */
export class JsonRefusal extends Error {
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

/** Reads one JSON text from its start. */
export class JsonReader {
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
    if (this.#index < this.#text.length) throw new JsonRefusal('trailing-bytes', this.#index);
    return value;
  }

  #readValue(depth: number): RubyValue {
    if (++this.#elements > this.#limits.elements) throw new JsonRefusal('too-many-elements', this.#index);
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
        throw new JsonRefusal('control-character', this.#index);
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
      if (!/^[0-9A-Fa-f]{4}$/.test(digits)) throw new JsonRefusal('invalid-escape', at);
      this.#index = at + 6;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const character = ESCAPES.get(letter);
    if (character === undefined) throw new JsonRefusal('invalid-escape', at);
    this.#index = at + 2;
    return character;
  }

  #readNumber(): RubyValue {
    NUMBER.lastIndex = this.#index;
    const match = NUMBER.exec(this.#text);
    if (match === null) throw this.#text[this.#index] === '-' ? new JsonRefusal('invalid-number', this.#index) : this.#unexpected();
    const text = match[0];
    // `01`, `1.` and `1e` are no numbers.
    if (/[0-9.eE+-]/.test(this.#text[this.#index + text.length] ?? '')) throw new JsonRefusal('invalid-number', this.#index);
    this.#index += text.length;
    return { type: match[1] === undefined && match[2] === undefined ? 'integer' : 'float', text };
  }

  #readWord(word: string, value: RubyValue): RubyValue {
    if (!this.#text.startsWith(word, this.#index)) throw this.#unexpected();
    this.#index += word.length;
    return value;
  }

  #open(depth: number): void {
    if (depth > this.#limits.depth) throw new JsonRefusal('too-deep', this.#index);
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
    for (;;) {
      const code = this.#text.charCodeAt(this.#index);
      if (code !== 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) return;
      this.#index++;
    }
  }

  #unexpected(): JsonRefusal {
    return new JsonRefusal(this.#index < this.#text.length ? 'unexpected-character' : 'unexpected-end', this.#index);
  }
}
