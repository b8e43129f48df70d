import { fail, ok, type Result } from '../result.ts';
import { unescapeRuby } from './ruby-escapes.ts';
import { type HashPair, NIL, type RubyValue } from './ruby-value.ts';

/** In UTF-16 units of the text, and values inside one another. */
const LIMITS = { length: 1 << 20, depth: 100, elements: 200_000 };

class Refusal extends Error {}

/**
 * Reads a hash, array or scalar as `inspect` prints it: `{"user_id"=>12, :a=>nil}`, since Ruby 3.4 `{"user_id" => 12, a: nil}`. That is what
 * a text column holds when nothing serialized the session. Objects (`#<…>`) cannot be read back, and fail.
 */
export function readInspected(text: string): Result<RubyValue, 'not-inspected'> {
  if (text.length > LIMITS.length) return fail('not-inspected');
  try {
    return ok(new InspectedReader(text).readDocument());
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return fail('not-inspected');
  }
}

class InspectedReader {
  readonly #text: string;
  #at = 0;
  #elements = 0;

  constructor(text: string) {
    this.#text = text;
  }

  readDocument(): RubyValue {
    const value = this.#value(1);
    this.#take(/\s*/y);
    if (this.#at < this.#text.length) throw new Refusal();
    return value;
  }

  #value(depth: number): RubyValue {
    if (depth > LIMITS.depth || ++this.#elements > LIMITS.elements) throw new Refusal();
    this.#take(/\s*/y);
    if (this.#take(/\{/y) !== null) return { type: 'hash', pairs: this.#list(/\}/y, () => this.#pair(depth + 1)) };
    if (this.#take(/\[/y) !== null) return { type: 'array', items: this.#list(/\]/y, () => this.#value(depth + 1)) };
    const string = this.#take(STRING);
    if (string !== null) return { type: 'string', text: unescaped(string) };
    const symbol = this.#take(SYMBOL);
    if (symbol !== null) return { type: 'symbol', text: symbol.startsWith(':"') ? unescaped(symbol.slice(1)) : symbol.slice(1) };
    const number = this.#take(/-?\d+(?:\.\d+(?:e[+-]?\d+)?)?(?![\w.])/y);
    if (number !== null) return number.includes('.') ? { type: 'float', text: number } : { type: 'integer', text: number };
    switch (this.#take(/(?:nil|true|false)\b/y)) {
      case 'nil':
        return NIL;
      case 'true':
        return { type: 'boolean', value: true };
      case 'false':
        return { type: 'boolean', value: false };
      default:
        throw new Refusal();
    }
  }

  #pair(depth: number): HashPair {
    this.#take(/\s*/y);
    const name = this.#take(/[A-Za-z_]\w*[?!]?:(?=\s)/y) ?? this.#take(/"[^"\\]*(?:\\[\s\S][^"\\]*)*":(?=\s)/y);
    if (name !== null) {
      const text = name.startsWith('"') ? unescaped(name.slice(0, -1)) : name.slice(0, -1);
      return { key: { type: 'symbol', text }, value: this.#value(depth) };
    }
    const key = this.#value(depth);
    if (this.#take(/\s*=>/y) === null) throw new Refusal();
    return { key, value: this.#value(depth) };
  }

  #list<T>(end: RegExp, read: () => T): readonly T[] {
    const items: T[] = [];
    this.#take(/\s*/y);
    if (this.#take(end) !== null) return items;
    for (;;) {
      items.push(read());
      this.#take(/\s*/y);
      if (this.#take(end) !== null) return items;
      if (this.#take(/,/y) === null) throw new Refusal();
    }
  }

  /** What the sticky pattern matches here, and goes on behind it. */
  #take(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const [match] = pattern.exec(this.#text) ?? [];
    if (match === undefined) return null;
    this.#at += match.length;
    return match;
  }
}

const STRING = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"/y;
const SYMBOL = /:(?:"[^"\\]*(?:\\[\s\S][^"\\]*)*"|[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*(?:[?!]|=(?!>))?)/y;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function unescaped(quoted: string): string {
  const bytes = unescapeRuby(quoted);
  if (bytes === null) throw new Refusal();
  try {
    return utf8.decode(bytes);
  } catch {
    throw new Refusal();
  }
}
