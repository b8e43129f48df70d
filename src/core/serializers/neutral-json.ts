import { base64Text } from './base64-text.ts';
import { type JsonPart, JsonPrinter, type JsonShape } from './json-printer.ts';
import type { NamedValue, RubyHash, RubyTime, RubyValue } from './ruby-value.ts';

/**
 * A value of Marshal or MessagePack as the neutral JSON text that reports show. Where JSON has no such value it is an object with a
 * `$` key, such as `{"$symbol":"x"}`; a reference to a value that is being shown further up is `{"$cycle":true}`, and what is left
 * out because linked values repeat without end is `{"$omitted":true}`. `indent` is the number of blanks per level; 0 is one line.
 */
export function writeNeutralJson(value: RubyValue, indent = 0): string {
  return new JsonPrinter(neutralShape, indent).print({ value });
}

/** One level of the neutral form. */
export function neutralShape(value: RubyValue): JsonShape {
  switch (value.type) {
    case 'nil':
      return { text: 'null' };
    case 'boolean':
      return { text: String(value.value) };
    case 'integer':
      return Number.isSafeInteger(Number(value.text)) ? { text: value.text } : members(['$int', text(value.text)]);
    case 'float':
      return isFraction(value.text) ? { text: value.text } : members(['$float', text(value.text)]);
    case 'string':
      return text(value.text);
    case 'bytes':
      return members(['$bytes', text(base64Text(value.bytes))], value.encoding !== 'ASCII-8BIT' && ['encoding', text(value.encoding)]);
    case 'symbol':
      return members(['$symbol', text(value.text)]);
    case 'array':
      return items(value.items);
    case 'hash':
      return hashShape(value);
    case 'object':
      return members(['$class', text(value.className)], ['ivars', named(value.variables)]);
    case 'struct':
      return members(['$class', text(value.className)], ['$struct', named(value.members)]);
    case 'user-dumped':
      return members(['$class', text(value.className)], ['$dump', text(base64Text(value.bytes))]);
    case 'user-marshalled':
      return members(['$class', text(value.className)], ['$marshal', { value: value.value }]);
    case 'native':
      return members(['$class', text(value.className)], ['$data', { value: value.value }]);
    case 'decorated':
      return decoratedShape(value);
    case 'class':
      return members(['$class_ref', text(value.name)]);
    case 'module':
      return members(['$module_ref', text(value.name)]);
    case 'regexp':
      return members(['$regexp', text(value.source)], ['options', { text: String(value.options) }]);
    case 'time':
      return timeShape(value);
    case 'date':
    case 'datetime':
    case 'bigdecimal':
    case 'uri':
    case 'ipaddr':
    case 'pathname':
    case 'timezone':
      return members([`$${value.type}`, text(value.text)]);
    case 'rational':
      return members(['$rational', { items: [text(value.numerator), text(value.denominator)] }]);
    case 'complex':
      return members(['$complex', items([value.real, value.imaginary])]);
    case 'range':
      return members(['$range', items([value.begin, value.end])], ['exclude_end', { text: String(value.excludeEnd) }]);
    case 'set':
      return members(['$set', items(value.items)]);
    case 'duration':
      return members(['$duration', { value: value.value }], ['parts', named(value.parts)]);
    case 'reference':
      return neutralShape(value.target);
  }
}

const text = (content: string): JsonShape => ({ text: JSON.stringify(content) });
const items = (values: readonly RubyValue[]): JsonShape => ({ items: values.map((value) => ({ value })) });
const named = (values: readonly NamedValue[]): JsonShape => ({ members: values.map(({ name, value }) => [name, { value }]) });

type Member = readonly [string, JsonPart];

function members(...all: readonly (Member | false)[]): JsonShape {
  return { members: all.filter((member) => member !== false) };
}

/** Such a number looks the same in JSON and is no integer there. */
const isFraction = (digits: string): boolean => Number.isFinite(Number(digits)) && !Number.isInteger(Number(digits));

/** An object when every key is plain text that cannot be taken for a `$` form or for another key. */
function hashShape(hash: RubyHash): JsonShape {
  const keys = hash.pairs.map(({ key }) => (key.type === 'string' && !key.text.startsWith('$') ? key.text : null));
  const plain = hash.default === undefined && hash.identity === undefined && new Set(keys).size === keys.length;
  if (plain && !keys.includes(null)) return { members: hash.pairs.map(({ value }, index) => [keys[index] ?? '', { value }]) };
  return members(
    ['$hash', { items: hash.pairs.map(({ key, value }) => items([key, value])) }],
    hash.default !== undefined && ['default', { value: hash.default }],
    hash.identity === true && ['identity', { text: 'true' }],
  );
}

function decoratedShape({ className, value, variables }: Extract<RubyValue, { type: 'decorated' }>): JsonShape {
  if (className === null && variables.length === 0) return neutralShape(value);
  return members(
    className !== null && ['$class', text(className)],
    ['$value', { value }],
    variables.length > 0 && ['ivars', named(variables)],
  );
}

/** The zone of a plain Time is told only for UTC: an abbreviation names no zone. */
function timeShape({ instant, utcOffset, zone, zoned }: RubyTime): JsonShape {
  return members(
    ['$time', text(instant)],
    utcOffset !== null && ['utc_offset', { text: String(utcOffset) }],
    zone !== null && (zoned || zone === 'UTC') && ['zone', text(zone)],
  );
}
