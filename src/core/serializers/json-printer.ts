import type { RubyValue } from './ruby-value.ts';

/** What a value is in JSON, one level deep. */
export type JsonShape =
  | { readonly text: string }
  | { readonly items: readonly JsonPart[] }
  /** Key and value; keys as they are, not quoted. */
  | { readonly members: readonly (readonly [string, JsonPart])[] };

export type JsonPart = { readonly value: RubyValue } | JsonShape;

/** Longest text that is printed, in UTF-16 units: linked values are repeated, so a short stream could print without end. */
const LONGEST = 8 << 20;
/** Deepest that is printed; reading stops at a smaller depth, but following references goes on from there. */
const DEEPEST = 1200;

const OMITTED = '{"$omitted":true}';
const CYCLE = '{"$cycle":true}';

/** Prints JSON level by level; `indent` blanks per level, 0 for one line. What is over the limits is `{"$omitted":true}`. */
export class JsonPrinter {
  readonly #shapeOf: (value: RubyValue) => JsonShape;
  readonly #indent: number;
  /** The values that are being printed, from the top down. */
  readonly #open = new Set<RubyValue>();
  #printed = 0;

  constructor(shapeOf: (value: RubyValue) => JsonShape, indent: number) {
    this.#shapeOf = shapeOf;
    this.#indent = indent;
  }

  print(part: JsonPart, margin = ''): string {
    if (!('value' in part)) return this.#printShape(part, margin);
    const value = part.value.type === 'reference' ? part.value.target : part.value;
    if (this.#open.has(value)) return CYCLE;
    if (this.#printed > LONGEST || this.#open.size > DEEPEST) return OMITTED;
    if (isScalar(value)) return this.#printShape(this.#shapeOf(value), margin);
    this.#open.add(value);
    const text = this.#printShape(this.#shapeOf(value), margin);
    this.#open.delete(value);
    return text;
  }

  #printShape(shape: JsonShape, margin: string): string {
    if ('text' in shape) {
      this.#printed += shape.text.length;
      return shape.text;
    }
    const inner = margin + ' '.repeat(this.#indent);
    if ('items' in shape) {
      const items = shape.items.map((item) => this.print(item, inner));
      return this.#bracket('[', items, ']', margin);
    }
    const colon = this.#indent > 0 ? ': ' : ':';
    const members = shape.members.map(([key, value]) => {
      this.#printed += key.length;
      return JSON.stringify(key) + colon + this.print(value, inner);
    });
    return this.#bracket('{', members, '}', margin);
  }

  #bracket(open: string, members: readonly string[], close: string, margin: string): string {
    this.#printed += 2 + members.length * (1 + (this.#indent > 0 ? margin.length + this.#indent : 0));
    if (members.length === 0) return open + close;
    if (this.#indent === 0) return open + members.join(',') + close;
    const inner = margin + ' '.repeat(this.#indent);
    return `${open}\n${inner}${members.join(`,\n${inner}`)}\n${margin}${close}`;
  }
}

function isScalar(value: RubyValue): boolean {
  const { type } = value;
  return type === 'nil' || type === 'boolean' || type === 'integer';
}
