import { clockText, dateText, instantText, offsetText } from '../calendar.ts';
import { decimalText } from '../number-text.ts';
import { type NamedValue, NIL, type RubyValue } from '../ruby-value.ts';
import { sourceText, utf8Text } from '../text-encoding.ts';

/** What is inside an extension: values one after another, or all of it as bytes. */
export interface ExtensionContent {
  /** Throws where there is none. */
  read(): RubyValue;
  bytes(): Uint8Array;
}

export const BIG_INTEGER = 1;

/**
 * The value of an extension type of Rails (ActiveSupport::MessagePack::Extensions). `unknown` for any other type; null where the
 * content is not what Rails writes. Content that is left over is for the caller to refuse.
 */
export function extensionValue(type: number, content: ExtensionContent): RubyValue | 'unknown' | null {
  switch (type) {
    case 0:
      return textValue('symbol', content);
    case BIG_INTEGER:
      return bigInteger(content.bytes());
    case 2: {
      const text = decimalText(sourceText(content.bytes(), null));
      return text === null ? null : { type: 'bigdecimal', text };
    }
    case 3:
      return rational(content);
    case 4:
      return { type: 'complex', real: content.read(), imaginary: content.read() };
    case 5:
      return datetime(content);
    case 6:
      return date(integerOf(content.read()));
    case 7:
      return time(content);
    case 8:
      return zonedTime(content);
    case 9:
      return textValue('timezone', content);
    case 10:
      return duration(content);
    case 11:
      return range(content);
    case 12: {
      const array = content.read();
      return array.type === 'array' ? { type: 'set', items: array.items } : null;
    }
    case 13:
      return textValue('uri', content);
    case 14: {
      // The only text that is a value inside and not the content itself.
      const text = content.read();
      return text.type === 'string' ? { type: 'ipaddr', text: text.text } : null;
    }
    case 15:
      return textValue('pathname', content);
    case 16: {
      const source = utf8Text(content.bytes());
      return source === null ? null : { type: 'regexp', source, options: 0 };
    }
    case 17: {
      const hash = content.read();
      return hash.type === 'hash' ? ofClass('ActiveSupport::HashWithIndifferentAccess', hash) : null;
    }
    case 18: {
      const text = utf8Text(content.bytes());
      return text === null ? null : ofClass('ActiveSupport::SafeBuffer', { type: 'string', text });
    }
    default:
      return 'unknown';
  }
}

const ofClass = (className: string, value: RubyValue): RubyValue => ({ type: 'decorated', className, modules: [], value, variables: [] });

function textValue(type: 'symbol' | 'timezone' | 'uri' | 'pathname', content: ExtensionContent): RubyValue | null {
  const text = utf8Text(content.bytes());
  return text === null ? null : { type, text };
}

/** A sign byte, then 32-bit digits, each big-endian, the least significant first (msgpack's Bigint). */
function bigInteger(bytes: Uint8Array): RubyValue | null {
  const [sign] = bytes;
  if (sign === undefined || sign > 1 || bytes.length % 4 !== 1) return null;
  let digits = '';
  for (let at = 1; at < bytes.length; at += 4) {
    const word = Array.from(bytes.subarray(at, at + 4), (byte) => byte.toString(16).padStart(2, '0')).join('');
    digits = word + digits;
  }
  const magnitude = BigInt(`0x${digits || '0'}`);
  return { type: 'integer', text: String(sign === 1 ? -magnitude : magnitude) };
}

/** Numerator and denominator; only the numerator when it is 0. */
function rational(content: ExtensionContent): Extract<RubyValue, { type: 'rational' }> | null {
  const numerator = content.read();
  if (numerator.type !== 'integer') return null;
  if (numerator.text === '0') return { type: 'rational', numerator: '0', denominator: '1' };
  const denominator = content.read();
  return denominator.type === 'integer' && denominator.text !== '0'
    ? { type: 'rational', numerator: numerator.text, denominator: denominator.text }
    : null;
}

function integerOf(value: RubyValue): number | null {
  const number = value.type === 'integer' ? Number(value.text) : Number.NaN;
  return Number.isSafeInteger(number) ? number : null;
}

/** Days over this have no four-digit year, and far over it no exact arithmetic. */
const LAST_DAY = 1e10;

function date(day: number | null): RubyValue | null {
  return day === null || Math.abs(day) > LAST_DAY ? null : { type: 'date', text: dateText(day) };
}

/** Day, hour, minute, second as the clock showed them, the fraction of the second, the offset in days. */
function datetime(content: ExtensionContent): RubyValue | null {
  const [day, hour, minute, second] = [content.read(), content.read(), content.read(), content.read()].map(integerOf);
  const nanosecond = scaled(rational(content), 1_000_000_000);
  const offset = scaled(rational(content), 86_400);
  const text = date(day ?? null);
  if (text?.type !== 'date' || hour == null || minute == null || second == null || nanosecond === null || offset === null) return null;
  const inDay = (hour * 60 + minute) * 60 + second;
  if (inDay < 0 || inDay >= 86_400 || nanosecond < 0 || nanosecond > 999_999_999 || Math.abs(offset) >= 86_400) return null;
  return { type: 'datetime', text: `${text.text}T${clockText(inDay, nanosecond)}${offsetText(offset)}` };
}

function scaled(value: Extract<RubyValue, { type: 'rational' }> | null, factor: number): number | null {
  if (value === null) return null;
  const number = (BigInt(value.numerator) * BigInt(factor)) / BigInt(value.denominator);
  return Number.isSafeInteger(Number(number)) ? Number(number) : null;
}

/** Seconds, nanoseconds, offset from UTC in seconds. */
function time(content: ExtensionContent): Extract<RubyValue, { type: 'time' }> | null {
  const [seconds, nanosecond, utcOffset] = [content.read(), content.read(), content.read()].map(integerOf);
  if (seconds == null || nanosecond == null || utcOffset == null) return null;
  if (Math.abs(seconds) > LAST_DAY * 86_400 || nanosecond < 0 || nanosecond > 999_999_999) return null;
  return { type: 'time', instant: instantText(seconds, nanosecond), utcOffset, zone: null, zoned: false };
}

function zonedTime(content: ExtensionContent): RubyValue | null {
  const utc = time(content);
  const zone = content.read();
  return utc === null || zone.type !== 'string' ? null : { ...utc, utcOffset: null, zone: zone.text, zoned: true };
}

/** ActiveSupport::Duration::PARTS */
const PARTS = ['years', 'months', 'weeks', 'days', 'hours', 'minutes', 'seconds'];

function duration(content: ExtensionContent): RubyValue | null {
  const value = content.read();
  const array = content.read();
  if (array.type !== 'array' || array.items.length > PARTS.length) return null;
  const parts = PARTS.flatMap((name, index): NamedValue[] => {
    const part = array.items[index] ?? NIL;
    return part.type === 'nil' ? [] : [{ name, value: part }];
  });
  return { type: 'duration', value, parts };
}

function range(content: ExtensionContent): RubyValue | null {
  const [begin, end, excludeEnd] = [content.read(), content.read(), content.read()];
  if (begin === undefined || end === undefined || excludeEnd?.type !== 'boolean') return null;
  return { type: 'range', begin, end, excludeEnd: excludeEnd.value };
}
