import type { HashPair, RubyValue } from './ruby-value.ts';

/**
 * A value as the neutral JSON text that reports show: numbers with the digits they were written with, pairs in order, repeated
 * keys repeated. A JSON payload comes out as its own JSON, apart from white space and the choice of escapes.
 * A hash with keys that are no strings becomes `{"$hash":[[key, value], …]}`. `indent` is the number of blanks per level; 0 is one line.
 */
export function writeNeutralJson(value: RubyValue, indent = 0): string {
  return write(value, indent, '');
}

function write(value: RubyValue, indent: number, margin: string): string {
  switch (value.type) {
    case 'nil':
      return 'null';
    case 'boolean':
      return value.value ? 'true' : 'false';
    case 'integer':
    case 'float':
      return value.text;
    case 'string':
      return JSON.stringify(value.text);
    case 'array':
      return bracket(
        '[',
        value.items.map((item) => write(item, indent, deeper(margin, indent))),
        ']',
        indent,
        margin,
      );
    case 'hash':
      return writePairs(value.pairs, indent, margin);
  }
}

function writePairs(pairs: readonly HashPair[], indent: number, margin: string): string {
  if (pairs.every((pair) => pair.key.type === 'string')) {
    const colon = indent > 0 ? ': ' : ':';
    const members = pairs.map((pair) => write(pair.key, 0, '') + colon + write(pair.value, indent, deeper(margin, indent)));
    return bracket('{', members, '}', indent, margin);
  }
  const items = pairs.map((pair): RubyValue => ({ type: 'array', items: [pair.key, pair.value] }));
  return write({ type: 'hash', pairs: [{ key: { type: 'string', text: '$hash' }, value: { type: 'array', items } }] }, indent, margin);
}

function bracket(open: string, members: readonly string[], close: string, indent: number, margin: string): string {
  if (members.length === 0) return open + close;
  if (indent === 0) return open + members.join(',') + close;
  const inner = deeper(margin, indent);
  return `${open}\n${inner}${members.join(`,\n${inner}`)}\n${margin}${close}`;
}

function deeper(margin: string, indent: number): string {
  return margin + ' '.repeat(indent);
}
