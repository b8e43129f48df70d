import { bareValue, type NamedValue, type RubyValue } from '../ruby-value.ts';

/** What a reference refers to; the value itself otherwise. */
export function resolved(value: RubyValue): RubyValue {
  return value.type === 'reference' ? value.target : value;
}

/** The members of a hash that has text keys only, a later one of the same name winning; null for everything else. */
export function hashMembers(value: RubyValue): readonly NamedValue[] | null {
  const hash = bareValue(resolved(value));
  if (hash.type !== 'hash') return null;
  const members = new Map<string, RubyValue>();
  for (const { key, value: member } of hash.pairs) {
    if (key.type !== 'string' && key.type !== 'symbol') return null;
    members.set(key.text, resolved(member));
  }
  return [...members].map(([name, member]) => ({ name, value: member }));
}

/** By name; empty for what has none. */
export function variablesOf(variables: readonly NamedValue[]): ReadonlyMap<string, RubyValue> {
  return new Map(variables.map(({ name, value }) => [name, resolved(value)]));
}

export function objectVariables(value: RubyValue | undefined): ReadonlyMap<string, RubyValue> {
  const object = value === undefined ? undefined : bareValue(resolved(value));
  return variablesOf(object?.type === 'object' ? object.variables : []);
}

export const isTrue = (value: RubyValue | undefined): boolean => value?.type === 'boolean' && value.value;
