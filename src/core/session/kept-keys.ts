import type { RubyValue } from '../serializers/ruby-value.ts';
import { asHash, keyName } from './hash.ts';
import { ValueIds } from './value-ids.ts';

/** The names of the top-level keys that both versions have with equal values, in the order of the later one. */
export function keptKeys(before: RubyValue | null, after: RubyValue | null): readonly string[] {
  const was = valuesByName(before);
  const ids = new ValueIds();
  return [...valuesByName(after)].flatMap(([name, value]) => {
    const old = was.get(name);
    return old !== undefined && ids.of(old) === ids.of(value) ? [name] : [];
  });
}

/** Of a name that comes twice the last value counts. */
function valuesByName(session: RubyValue | null): ReadonlyMap<string, RubyValue> {
  const pairs = asHash(session)?.pairs ?? [];
  return new Map(
    pairs.flatMap(({ key, value }) => {
      const name = keyName(key);
      return name === null ? [] : [[name, value] as const];
    }),
  );
}
