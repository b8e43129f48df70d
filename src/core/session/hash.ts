import type { RubyValue } from '../serializers/ruby-value.ts';

export type RubyHash = Extract<RubyValue, { readonly type: 'hash' }>;

/** The keys of a hash that are strings, in order. */
export function stringKeys(hash: RubyHash): readonly string[] {
  return hash.pairs.flatMap(({ key }) => (key.type === 'string' ? [key.text] : []));
}

/**
 * A text that two values share only when they are equal, at any depth. Hashes are equal whatever the order of their pairs;
 * where a key comes twice the last one counts, as for every JSON reader.
 */
export function canonical(value: RubyValue): string {
  switch (value.type) {
    case 'nil':
      return 'nil';
    case 'boolean':
      return String(value.value);
    case 'integer':
      return `i${value.text}`;
    case 'float':
      return `f${value.text}`;
    case 'string':
      return JSON.stringify(value.text);
    case 'array':
      return `[${value.items.map(canonical).join(',')}]`;
    case 'hash': {
      const pairs = new Map(value.pairs.map((pair) => [canonical(pair.key), canonical(pair.value)]));
      return `{${[...pairs]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, text]) => `${key}:${text}`)
        .join(',')}}`;
    }
  }
}
