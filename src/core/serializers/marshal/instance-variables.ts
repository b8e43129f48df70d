import type { NamedValue, RubyValue } from '../ruby-value.ts';
import { latin1Bytes, latin1Text, sourceText, stringValue } from '../text-encoding.ts';

/** The encoding that instance variables name, and those that are real ones. */
export interface Annotations {
  readonly encoding: string | null;
  readonly variables: readonly NamedValue[];
}

/** `E` is true for UTF-8 and false for US-ASCII, `encoding` a name, `K` marks keyword arguments (sym2encidx, r_ivar in marshal.c). */
export function splitAnnotations(all: readonly NamedValue[]): Annotations {
  let encoding: string | null = null;
  const variables: NamedValue[] = [];
  for (const variable of all) {
    const named = encodingOf(variable);
    if (named !== null) encoding = named;
    else if (variable.name !== 'K') variables.push(variable);
  }
  return { encoding, variables };
}

function encodingOf({ name, value }: NamedValue): string | null {
  if (name === 'E' && value.type === 'boolean') return value.value ? 'UTF-8' : 'US-ASCII';
  if (name !== 'encoding') return null;
  if (value.type === 'string') return value.text;
  return value.type === 'bytes' ? latin1Text(value.bytes) : null;
}

/** A string or regexp that was read before its encoding was known, perhaps as one of a subclass, in the encoding given. */
export function inEncoding(value: RubyValue, encoding: string | null): RubyValue {
  switch (value.type) {
    case 'decorated':
      return { ...value, value: inEncoding(value.value, encoding) };
    case 'bytes':
      return stringValue(value.bytes, encoding ?? 'ASCII-8BIT');
    case 'regexp':
      return { ...value, source: sourceText(latin1Bytes(value.source), encoding) };
    default:
      return value;
  }
}

/** The value with its variables; itself when there are none. */
export function withVariables(value: RubyValue, variables: readonly NamedValue[]): RubyValue {
  if (variables.length === 0) return value;
  if (value.type === 'decorated' || value.type === 'object') return { ...value, variables: [...value.variables, ...variables] };
  return { type: 'decorated', className: null, modules: [], value, variables };
}

/** The value as one of a subclass. `Hash` itself stands for compare_by_identity. */
export function withClass(value: RubyValue, className: string): RubyValue {
  if (value.type === 'hash' && className === 'Hash') return { ...value, identity: true };
  if (value.type === 'decorated' && value.className === null) return { ...value, className };
  return { type: 'decorated', className, modules: [], value, variables: [] };
}

/** The value extended by a module. */
export function withModule(value: RubyValue, module: string): RubyValue {
  if (value.type === 'decorated') return { ...value, modules: [module, ...value.modules] };
  return { type: 'decorated', className: null, modules: [module], value, variables: [] };
}
