import type { NamedValue, RubyValue } from '../ruby-value.ts';
import { withVariables } from './instance-variables.ts';

/** An `o`: a Set or Range where it has their variables, else an object of its class. */
export function objectValue(className: string, variables: readonly NamedValue[]): RubyValue {
  const known = className === 'Set' ? setOf(variables) : className === 'Range' ? rangeOf(variables) : null;
  return known ?? { type: 'object', className, variables };
}

/** The elements are the keys of `@hash`. */
function setOf(variables: readonly NamedValue[]): RubyValue | null {
  const hash = variables.find(({ name }) => name === '@hash')?.value;
  if (hash?.type !== 'hash') return null;
  const others = variables.filter(({ name }) => name !== '@hash');
  return withVariables({ type: 'set', items: hash.pairs.map(({ key }) => key) }, others);
}

function rangeOf(variables: readonly NamedValue[]): RubyValue | null {
  const byName = new Map(variables.map(({ name, value }) => [name, value]));
  const begin = byName.get('begin');
  const end = byName.get('end');
  const excludeEnd = byName.get('excl');
  if (begin === undefined || end === undefined || excludeEnd?.type !== 'boolean') return null;
  const others = variables.filter(({ name }) => !['begin', 'end', 'excl'].includes(name));
  return withVariables({ type: 'range', begin, end, excludeEnd: excludeEnd.value }, others);
}
