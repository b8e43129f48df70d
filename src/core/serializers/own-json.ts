import { JsonPrinter, type JsonShape } from './json-printer.ts';
import { neutralShape } from './neutral-json.ts';
import type { RubyValue } from './ruby-value.ts';

/**
 * A value read from JSON as its own JSON again: numbers with the digits they were written with, pairs in order, repeated keys
 * repeated; only white space and the choice of escapes may differ. `indent` is the number of blanks per level; 0 is one line.
 */
export function writeOwnJson(value: RubyValue, indent = 0): string {
  return new JsonPrinter(ownShape, indent).print({ value });
}

function ownShape(value: RubyValue): JsonShape {
  if (value.type === 'integer' || value.type === 'float') return { text: value.text };
  if (value.type !== 'hash') return neutralShape(value);
  return { members: value.pairs.map(({ key, value: member }) => [key.type === 'string' ? key.text : key.type, { value: member }]) };
}
