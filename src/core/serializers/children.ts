import type { NamedValue, RubyValue } from './ruby-value.ts';

/** How a value is reached from the one that holds it. */
export type Step =
  | { readonly kind: 'index'; readonly index: number }
  /** Of a set, which has an order but no indexes. */
  | { readonly kind: 'element'; readonly index: number }
  | { readonly kind: 'key'; readonly key: RubyValue }
  /** An instance variable or a member, by its name. */
  | { readonly kind: 'name'; readonly name: string }
  /** Of a duration, such as `days`. */
  | { readonly kind: 'part'; readonly name: string };

export interface Child {
  readonly step: Step;
  readonly value: RubyValue;
}

/** The values that a value holds, in order; none for a scalar and for a reference, which holds nothing of its own. */
export function childrenOf(value: RubyValue): readonly Child[] {
  switch (value.type) {
    case 'array':
      return value.items.map((item, index) => ({ step: { kind: 'index', index }, value: item }));
    case 'set':
      return value.items.map((item, index) => ({ step: { kind: 'element', index }, value: item }));
    case 'hash': {
      const pairs = value.pairs.map((pair): Child => ({ step: { kind: 'key', key: pair.key }, value: pair.value }));
      return value.default === undefined ? pairs : [...pairs, ...named([{ name: 'default', value: value.default }])];
    }
    case 'object':
      return named(value.variables);
    case 'struct':
      return named(value.members);
    case 'user-marshalled':
    case 'native':
      return named([{ name: 'marshal_dump', value: value.value }]);
    case 'decorated':
      return [...childrenOf(value.value), ...named(value.variables)];
    case 'complex':
      return named([
        { name: 'real', value: value.real },
        { name: 'imaginary', value: value.imaginary },
      ]);
    case 'range':
      return named([
        { name: 'begin', value: value.begin },
        { name: 'end', value: value.end },
      ]);
    case 'duration':
      return value.parts.map((part) => ({ step: { kind: 'part', name: part.name }, value: part.value }));
    case 'nil':
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
    case 'uri':
    case 'ipaddr':
    case 'pathname':
    case 'timezone':
    case 'reference':
      return [];
  }
}

const named = (values: readonly NamedValue[]): readonly Child[] =>
  values.map(({ name, value }) => ({ step: { kind: 'name', name }, value }));
