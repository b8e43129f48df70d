import { bareValue, type RubyHash, type RubyValue } from '../serializers/ruby-value.ts';

/** The value as a hash, also one of a subclass such as HashWithIndifferentAccess; null for all else. */
export function asHash(value: RubyValue | null): RubyHash | null {
  const bare = value === null ? null : bareValue(value);
  return bare?.type === 'hash' ? bare : null;
}

/** The name of a key: session keys are strings, or symbols where Marshal kept them so. Null for other keys. */
export function keyName(key: RubyValue): string | null {
  const bare = bareValue(key);
  return bare.type === 'string' || bare.type === 'symbol' ? bare.text : null;
}

/** The names of a hash's keys, in order. */
export function keyNames(hash: RubyHash): readonly string[] {
  return hash.pairs.flatMap(({ key }) => keyName(key) ?? []);
}

/** The value at a path of names with dots between them (`auth.member`), which names may have, too. Null where there is none. */
export function valueAt(hash: RubyHash, path: string): RubyValue | null {
  for (const { key, value } of hash.pairs.toReversed()) {
    const name = keyName(key);
    if (name === path) return value;
    if (name === null || !path.startsWith(`${name}.`)) continue;
    const inner = asHash(value);
    const found = inner && valueAt(inner, path.slice(name.length + 1));
    if (found !== null) return found;
  }
  return null;
}

/** How a key is shown: text bare, a symbol as `:name`, a number by its digits, everything else by its type. */
export function keyLabel(key: RubyValue): string {
  const bare = bareValue(key);
  switch (bare.type) {
    case 'string':
    case 'integer':
    case 'float':
      return bare.text;
    case 'symbol':
      return `:${bare.text}`;
    default:
      return bare.type;
  }
}
