import { base64Text } from '../serializers/base64-text.ts';
import type { NamedValue, RubyValue } from '../serializers/ruby-value.ts';

/**
 * Numbers that two values share exactly when they are equal, at any depth. Each value is looked at once, however often it is linked to.
 * Hashes and sets are equal whatever their order; where a key comes twice the last one counts, as for every JSON reader.
 * Of a reference to a value further up only its kind counts, since what it refers to is compared where it stands.
 */
export class ValueIds {
  readonly #byText = new Map<string, number>();
  readonly #byValue = new Map<RubyValue, number>();

  of(value: RubyValue): number {
    const known = this.#byValue.get(value);
    if (known !== undefined) return known;
    const text = this.#text(value);
    const id = this.#byText.get(text) ?? this.#byText.size;
    this.#byText.set(text, id);
    this.#byValue.set(value, id);
    return id;
  }

  #text(value: RubyValue): string {
    switch (value.type) {
      case 'nil':
        return 'nil';
      case 'boolean':
        return String(value.value);
      case 'integer':
      case 'float':
      case 'string':
      case 'symbol':
      case 'date':
      case 'datetime':
      case 'bigdecimal':
      case 'uri':
      case 'ipaddr':
      case 'pathname':
      case 'timezone':
        return `${value.type} ${value.text}`;
      case 'bytes':
        return `bytes ${value.encoding} ${base64Text(value.bytes)}`;
      case 'array':
        return `array ${this.#list(value.items)}`;
      case 'set':
        return `set ${sorted(value.items.map((item) => String(this.of(item))))}`;
      case 'hash': {
        const pairs = new Map(value.pairs.map((pair) => [this.of(pair.key), this.of(pair.value)]));
        const rest = `${value.default === undefined ? '' : this.of(value.default)} ${value.identity ?? false}`;
        return `hash ${rest} ${sorted([...pairs].map(([key, member]) => `${key}:${member}`))}`;
      }
      case 'object':
        return `object ${this.#named(value.variables)} ${value.className}`;
      case 'struct':
        return `struct ${this.#named(value.members)} ${value.className}`;
      case 'user-dumped':
        return `dump ${base64Text(value.bytes)} ${value.className}`;
      case 'user-marshalled':
      case 'native':
        return `${value.type} ${this.of(value.value)} ${value.className}`;
      case 'decorated': {
        const { className, modules } = value;
        return `decorated ${this.of(value.value)} ${this.#named(value.variables)} ${JSON.stringify([className, modules])}`;
      }
      case 'class':
      case 'module':
        return `${value.type} ${value.name}`;
      case 'regexp':
        return `regexp ${value.options} ${value.source}`;
      case 'time':
        return `time ${value.instant} ${value.utcOffset} ${value.zoned} ${value.zone}`;
      case 'rational':
        return `rational ${value.numerator} ${value.denominator}`;
      case 'complex':
        return `complex ${this.#list([value.real, value.imaginary])}`;
      case 'range':
        return `range ${this.#list([value.begin, value.end])} ${value.excludeEnd}`;
      case 'duration':
        return `duration ${this.of(value.value)} ${this.#named(value.parts)}`;
      case 'reference':
        return `reference ${value.target.type} ${'className' in value.target ? value.target.className : ''}`;
    }
  }

  #list(values: readonly RubyValue[]): string {
    return values.map((value) => this.of(value)).join(',');
  }

  #named(values: readonly NamedValue[]): string {
    return JSON.stringify(values.map(({ name, value }) => [name, this.of(value)]));
  }
}

const sorted = (texts: readonly string[]): string => [...texts].sort().join(',');
