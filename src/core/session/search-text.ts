import { bareValue, type RubyValue } from '../serializers/ruby-value.ts';
import { utf8Text } from '../serializers/text-encoding.ts';
import { type Entry, entriesOf } from './entries.ts';

/** What of a session can be searched, in lower case, one entry per line. */
export interface SearchText {
  /** Keys, variables and attributes at every depth. */
  readonly keys: string;
  /** Keys as in `keys`, and scalars as text. */
  readonly all: string;
}

/** Keys, variables and attributes at every depth, each once. */
export const keyNames = (session: RubyValue): readonly string[] => namesIn(entriesOf(session, () => false));

const namesIn = (entries: readonly Entry[]): readonly string[] =>
  [...new Set(entries.map(({ name }) => name))].filter((name) => name !== '');

/** Keys and scalars of a session; of a very large one the first five thousand values. */
export function searchText(session: RubyValue): SearchText {
  const entries = entriesOf(session, () => false);
  const keys = namesIn(entries).join('\n').toLowerCase();
  const scalars = [session, ...entries.map(({ value }) => value)].flatMap((value) => scalarText(value) ?? []);
  return { keys, all: `${keys}\n${scalars.join('\n').toLowerCase()}` };
}

/** Null for what holds other values, which come by themselves, and for what has no text of its own. */
function scalarText(value: RubyValue): string | null {
  const bare = bareValue(value);
  switch (bare.type) {
    case 'string':
    case 'symbol':
    case 'integer':
    case 'float':
    case 'date':
    case 'datetime':
    case 'bigdecimal':
    case 'uri':
    case 'ipaddr':
    case 'pathname':
    case 'timezone':
      return bare.text;
    case 'boolean':
      return String(bare.value);
    case 'nil':
      return 'nil';
    case 'bytes':
      return utf8Text(bare.bytes);
    case 'class':
    case 'module':
      return bare.name;
    case 'regexp':
      return bare.source;
    case 'time':
      return bare.instant;
    case 'rational':
      return `${bare.numerator}/${bare.denominator}`;
    case 'object':
    case 'struct':
    case 'user-dumped':
    case 'user-marshalled':
    case 'native':
      return bare.className;
    case 'array':
    case 'hash':
    case 'set':
    case 'complex':
    case 'range':
    case 'duration':
    case 'reference':
    case 'decorated':
      return null;
  }
}
