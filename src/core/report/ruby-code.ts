import { rubyString, rubySymbol } from '../findings/ruby-literal.ts';
import type { NamedValue, RubyHash, RubyValue } from '../serializers/ruby-value.ts';
import { byteEscapes } from './byte-escapes.ts';

/** Longest that is written; what is beyond it becomes nil, as do references, which no literal can express. */
const LONGEST = 2 << 20;

/** A Ruby expression that makes the value, to paste into a console. Names and text from the session never run as code. */
export function rubyCode(value: RubyValue): string {
  return new LiteralWriter().write(value, '');
}

class LiteralWriter {
  #written = 0;

  write(value: RubyValue, margin: string): string {
    if (this.#written > LONGEST) return 'nil';
    this.#written += margin.length + 4;
    this.#written += 'text' in value ? value.text.length : 'bytes' in value ? value.bytes.length * 4 : 0;
    switch (value.type) {
      case 'nil':
      case 'reference':
        return 'nil';
      case 'boolean':
        return String(value.value);
      case 'integer':
        return value.text;
      case 'float':
        return FLOATS.get(value.text) ?? value.text;
      case 'string':
        return rubyString(value.text);
      case 'bytes':
        return value.encoding === 'ASCII-8BIT'
          ? `"${byteEscapes(value.bytes)}".b`
          : `"${byteEscapes(value.bytes)}".dup.force_encoding(${rubyString(value.encoding)})`;
      case 'symbol':
        return rubySymbol(value.text);
      case 'array':
        return this.#list('[', value.items, ']', margin);
      case 'set':
        return this.#list('Set[', value.items, ']', margin);
      case 'hash':
        return this.#hash(value, margin);
      case 'struct':
        // In order, as every Ruby takes them: names are members of a Struct from 3.2 on alone. The dump does not tell `keyword_init`.
        return `${constant(value.className)}.new${this.#list(
          '(',
          value.members.map((member) => member.value),
          ')',
          margin,
        )}`;
      case 'object':
        return `${constant(value.className)}.allocate${this.#variables(value.variables, margin)}`;
      case 'user-dumped':
        return `${constant(value.className)}._load("${byteEscapes(value.bytes)}".b)`;
      case 'user-marshalled':
      case 'native':
        return `${constant(value.className)}.allocate.tap { |made| made.send(:marshal_load, ${this.write(value.value, margin)}) }`;
      case 'decorated':
        return this.#decorated(value, margin);
      case 'class':
      case 'module':
        return constant(value.name);
      case 'regexp':
        return `Regexp.new(${rubyString(value.source)}, ${value.options})`;
      case 'time':
        return `Time.iso8601(${rubyString(value.instant)})${timeShift(value.utcOffset, value.zone, value.zoned)}`;
      case 'date':
        return `Date.iso8601(${rubyString(value.text)})`;
      case 'datetime':
        return `DateTime.iso8601(${rubyString(value.text)})`;
      case 'bigdecimal':
        return `BigDecimal(${rubyString(value.text)})`;
      case 'rational':
        return `Rational(${value.numerator}, ${value.denominator})`;
      case 'complex':
        return `Complex(${this.write(value.real, margin)}, ${this.write(value.imaginary, margin)})`;
      case 'range':
        return `Range.new(${this.write(value.begin, margin)}, ${this.write(value.end, margin)}, ${value.excludeEnd})`;
      case 'duration':
        return `ActiveSupport::Duration.build(${this.write(value.value, margin)})`;
      case 'uri':
        return `URI(${rubyString(value.text)})`;
      case 'ipaddr':
        return `IPAddr.new(${rubyString(value.text)})`;
      case 'pathname':
        return `Pathname.new(${rubyString(value.text)})`;
      case 'timezone':
        return `ActiveSupport::TimeZone[${rubyString(value.text)}]`;
    }
  }

  #decorated({ className, modules, value, variables }: Extract<RubyValue, { type: 'decorated' }>, margin: string): string {
    const inner = this.write(value, margin);
    const made =
      className === null
        ? inner
        : (KNOWN.get(className)?.(inner) ?? `${constant(className)}.new${value.type === 'hash' ? '.replace' : ''}(${inner})`);
    const extended = modules.length === 0 ? made : `${made}.extend(${modules.map(constant).join(', ')})`;
    return extended + this.#variables(variables, margin);
  }

  #hash({ pairs, default: fallback, identity }: RubyHash, margin: string): string {
    const inner = `${margin}  `;
    const literal = bracket(
      '{',
      pairs.map(({ key, value }) => `${this.write(key, inner)} => ${this.write(value, inner)}`),
      '}',
      margin,
    );
    const whole = fallback === undefined ? literal : `Hash.new(${this.write(fallback, margin)}).merge(${literal})`;
    return identity ? `{}.compare_by_identity.merge!(${whole})` : whole;
  }

  #list(open: string, items: readonly RubyValue[], close: string, margin: string): string {
    const inner = `${margin}  `;
    return bracket(
      open,
      items.map((item) => this.write(item, inner)),
      close,
      margin,
    );
  }

  /** Those that are no instance variables, such as an exception's `mesg`, cannot be set. */
  #variables(variables: readonly NamedValue[], margin: string): string {
    const settable = variables.filter(({ name }) => /^@[A-Za-z_]\w*$/.test(name));
    const inner = `${margin}  `;
    return settable.map(({ name, value }) => `.tap { |made| made.instance_variable_set(:${name}, ${this.write(value, inner)}) }`).join('');
  }
}

const KNOWN: ReadonlyMap<string, (inner: string) => string> = new Map([
  ['ActiveSupport::HashWithIndifferentAccess', (inner: string) => `${inner}.with_indifferent_access`],
  ['ActiveSupport::SafeBuffer', (inner: string) => `${inner}.html_safe`],
]);

const FLOATS: ReadonlyMap<string, string> = new Map([
  ['NaN', 'Float::NAN'],
  ['Infinity', 'Float::INFINITY'],
  ['-Infinity', '-Float::INFINITY'],
]);

/** A class's name as code, when it is one. */
function constant(name: string): string {
  return /^[A-Z]\w*(?:::[A-Z]\w*)*$/.test(name) ? name : `Object.const_get(${rubyString(name)})`;
}

function timeShift(utcOffset: number | null, zone: string | null, zoned: boolean): string {
  if (zoned) return `.in_time_zone(${rubyString(zone ?? 'UTC')})`;
  return zone === 'UTC' || utcOffset === null ? '' : `.getlocal(${utcOffset})`;
}

function bracket(open: string, members: readonly string[], close: string, margin: string): string {
  if (members.length === 0) return open + close;
  const inner = `\n${margin}  `;
  return `${open}${inner}${members.join(`,${inner}`)}\n${margin}${close}`;
}
