import { byteCount } from '../findings/byte-count.ts';
import { counted, formatCount, message } from '../message.ts';
import { activeRecordOf } from '../serializers/active-record/active-record.ts';
import type { Step } from '../serializers/children.ts';
import { bareValue, type RubyValue } from '../serializers/ruby-value.ts';
import { decodedText } from '../serializers/text-encoding.ts';
import { byteEscapes } from './byte-escapes.ts';
import { summaryOf } from './known-object-text.ts';

/** Bytes of a binary string that are shown on its line. */
const SHOWN_BYTES = 48;

/** A value on one line, as Ruby prints it: strings quoted, symbols with their colon, containers by their size. */
export function shortText(value: RubyValue): string {
  switch (value.type) {
    case 'nil':
      return 'nil';
    case 'boolean':
      return String(value.value);
    case 'integer':
    case 'float':
    case 'bigdecimal':
    case 'date':
    case 'datetime':
      return value.text;
    case 'string':
    case 'uri':
    case 'ipaddr':
    case 'pathname':
    case 'timezone':
      return JSON.stringify(value.text);
    case 'bytes':
      return bytesText(value.bytes, value.encoding);
    case 'symbol':
      return symbolText(value.text);
    case 'array':
    case 'set':
      return `[${formatCount(value.items.length)}]`;
    case 'hash':
      return `{${formatCount(value.pairs.length)}}`;
    case 'object':
      return recordText(value) ?? summaryOf(value) ?? `{${formatCount(value.variables.length)}}`;
    case 'struct':
      return `{${formatCount(value.members.length)}}`;
    case 'user-dumped':
      return bytesText(value.bytes, 'ASCII-8BIT');
    case 'user-marshalled':
      return recordText(value) ?? shortText(value.value);
    case 'native':
    case 'decorated':
      return shortText(value.value);
    case 'class':
    case 'module':
      return value.name;
    case 'regexp':
      return `/${value.source}/${regexpFlags(value.options)}`;
    case 'time':
      return timeText(value.instant, value.utcOffset, value.zone);
    case 'rational':
      return `${value.numerator}/${value.denominator}`;
    case 'complex':
      return `${innerText(value.real)} + ${innerText(value.imaginary)}i`;
    case 'range':
      return [value.begin, value.end].map((end) => (end.type === 'nil' ? '' : innerText(end))).join(value.excludeEnd ? '...' : '..');
    case 'duration':
      return value.parts.map(({ name, value: part }) => `${innerText(part)} ${name}`).join(', ') || `${innerText(value.value)} seconds`;
    case 'reference':
      return message('rubyHolder');
  }
}

/** Of a value inside another on one line: only what is short itself, since ranges of ranges double at each level. */
function innerText(value: RubyValue): string {
  return ['range', 'complex', 'duration', 'decorated', 'user-marshalled', 'native'].includes(value.type) ? '…' : shortText(value);
}

/** What stands before a value that its text alone does not tell from another: its class, or that it is binary. Null for plain values. */
export function typeTag(value: RubyValue): string | null {
  switch (value.type) {
    case 'bytes':
      return value.encoding === 'ASCII-8BIT' ? message('classBinary') : value.encoding;
    case 'object':
    case 'struct':
    case 'user-dumped':
    case 'user-marshalled':
    case 'native':
      return value.className;
    case 'decorated':
      return value.className ?? typeTag(value.value);
    case 'class':
    case 'module':
    case 'duration':
      return value.type;
    case 'set':
      return 'Set';
    case 'uri':
      return 'URI';
    case 'ipaddr':
      return 'IPAddr';
    case 'pathname':
      return 'Pathname';
    case 'timezone':
      return 'TimeZone';
    case 'time':
      return value.zoned ? 'TimeWithZone' : 'Time';
    case 'date':
      return 'Date';
    case 'datetime':
      return 'DateTime';
    case 'bigdecimal':
      return 'BigDecimal';
    case 'rational':
      return 'Rational';
    case 'complex':
      return 'Complex';
    default:
      return null;
  }
}

/** A hash key in the tree: strings bare, symbols with their colon, everything else as Ruby prints it. */
export function keyText(key: RubyValue): string {
  const bare = bareValue(key);
  return bare.type === 'string' ? bare.text : bare.type === 'symbol' ? `:${bare.text}` : shortText(key);
}

/** The Ruby expression that reads a value, such as `session["cart"][0]`. */
export const pathText = (path: readonly Step[]): string => `session${path.map(stepText).join('')}`;

export function stepText(step: Step): string {
  switch (step.kind) {
    case 'index':
      return `[${step.index}]`;
    case 'element':
      return `.to_a[${step.index}]`;
    case 'key':
      return `[${shortText(step.key)}]`;
    case 'part':
      return `.parts[:${step.name}]`;
    case 'name':
      return step.name.startsWith('@') ? `.instance_variable_get(${symbolText(step.name)})` : `.${step.name}`;
  }
}

const symbolText = (text: string): string => (/^(?:@{0,2}[A-Za-z_]\w*[?!=]?)$/.test(text) ? `:${text}` : `:${JSON.stringify(text)}`);

function bytesText(bytes: Uint8Array, encoding: string): string {
  const text = decodedText(bytes, encoding);
  if (text !== null) return JSON.stringify(text);
  const shown = `"${byteEscapes(bytes.subarray(0, SHOWN_BYTES))}"`;
  return bytes.length > SHOWN_BYTES ? `${shown}… ${byteCount(bytes.length)}` : shown;
}

function recordText(value: RubyValue): string | null {
  const record = activeRecordOf(value);
  if (record === null) return null;
  const id = record.attributes.find(({ name }) => name === 'id')?.value;
  const state = id === undefined ? message('rubyRecord') : message('rubyRecordId', shortText(id));
  const changed = record.changed?.length ? [message('rubyChanged', record.changed.join(', '))] : [];
  return [record.newRecord ? message('rubyNotSaved') : state, counted('rubyAttributes', record.attributes.length), ...changed].join(', ');
}

const regexpFlags = (options: number): string => (options & 4 ? 'm' : '') + (options & 1 ? 'i' : '') + (options & 2 ? 'x' : '');

function timeText(instant: string, utcOffset: number | null, zone: string | null): string {
  const short = instant.replace(/\.?0+Z$/, 'Z');
  if (zone === 'UTC' || (zone === null && !utcOffset)) return short;
  const minutes = Math.floor(Math.abs(utcOffset ?? 0) / 60);
  const two = (number: number): string => String(number).padStart(2, '0');
  const offset = utcOffset === null ? '' : `${utcOffset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  return `${short} (${[zone, offset].filter(Boolean).join(' ')})`;
}
