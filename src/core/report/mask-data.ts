import type { NamedValue, RubyValue } from '../serializers/ruby-value.ts';

/** Stands for any value; it does not tell the length, which sizes tell where it matters. */
export const MASK = '•••';

const MASKED: RubyValue = { type: 'string', text: MASK };

/** Keys that are text, and the names of classes and variables stay; of what they hold only the shape. Shared values stay shared. */
export function maskData(value: RubyValue): RubyValue {
  return new Masking().mask(value);
}

class Masking {
  readonly #masked = new Map<RubyValue, RubyValue>();

  mask(value: RubyValue): RubyValue {
    const known = this.#masked.get(value);
    if (known !== undefined) return known;
    const masked = this.#maskContent(value);
    this.#masked.set(value, masked);
    return masked;
  }

  #maskContent(value: RubyValue): RubyValue {
    switch (value.type) {
      case 'nil':
        return value;
      case 'array':
      case 'set':
        return { ...value, items: value.items.map((item) => this.mask(item)) };
      case 'hash':
        return {
          ...value,
          pairs: value.pairs.map((pair) => ({ key: this.#maskKey(pair.key), value: this.mask(pair.value) })),
          ...(value.default === undefined ? {} : { default: this.mask(value.default) }),
        };
      case 'object':
        return { ...value, variables: this.#named(value.variables) };
      case 'struct':
        return { ...value, members: this.#named(value.members) };
      case 'user-marshalled':
      case 'native':
        return { ...value, value: this.mask(value.value) };
      case 'decorated':
        return { ...value, value: this.mask(value.value), variables: this.#named(value.variables) };
      case 'boolean':
      case 'integer':
      case 'float':
      case 'string':
      case 'bytes':
      case 'symbol':
      case 'user-dumped':
      case 'class':
      case 'module':
      case 'regexp':
      case 'time':
      case 'date':
      case 'datetime':
      case 'bigdecimal':
      case 'rational':
      case 'complex':
      case 'range':
      case 'duration':
      case 'uri':
      case 'ipaddr':
      case 'pathname':
      case 'timezone':
      // What a reference refers to is masked where it stands.
      case 'reference':
        return MASKED;
    }
  }

  /** A key of another kind than a name may hold anything. */
  #maskKey(key: RubyValue): RubyValue {
    return key.type === 'string' || key.type === 'symbol' || key.type === 'integer' ? key : this.mask(key);
  }

  #named(values: readonly NamedValue[]): readonly NamedValue[] {
    return values.map(({ name, value }) => ({ name, value: this.mask(value) }));
  }
}
