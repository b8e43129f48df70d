import { clockText, instantText, two, yearText } from '../calendar.ts';
import { decimalText } from '../number-text.ts';
import { bareValue, type NamedValue, type RubyValue } from '../ruby-value.ts';
import { latin1Text } from '../text-encoding.ts';
import { ByteCursor } from './byte-cursor.ts';
import { withVariables } from './instance-variables.ts';
import { MarshalRefusal } from './marshal-limits.ts';

/** A `u`: a Time or BigDecimal where it has the shape they write, else what `_dump` wrote. */
export function dumpedValue(className: string, bytes: Uint8Array, variables: readonly NamedValue[]): RubyValue {
  if (className === 'Time') {
    const time = timeOf(bytes, new Map(variables.map(({ name, value }) => [name, value])));
    if (time !== null)
      return withVariables(
        time,
        variables.filter(({ name }) => !TIME_VARIABLES.has(name)),
      );
  }
  const decimal = className === 'BigDecimal' ? decimalText(latin1Text(bytes)) : null;
  const value: RubyValue = decimal === null ? { type: 'user-dumped', className, bytes } : { type: 'bigdecimal', text: decimal };
  return withVariables(value, variables);
}

const TIME_VARIABLES: ReadonlySet<string> = new Set(['offset', 'zone', 'nano_num', 'nano_den', 'submicro', 'year']);

/** Two little-endian words of bit fields, always in UTC, perhaps followed by what the year lacks (time_mdump in time.c). */
function timeOf(bytes: Uint8Array, variables: ReadonlyMap<string, RubyValue>): RubyValue | null {
  if (bytes.length < 8) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const p = view.getUint32(0, true);
  const s = view.getUint32(4, true);
  const utc = ((p >>> 30) & 1) === 1;
  const instant = p >>> 31 === 0 ? instantText(p, s * 1000) : fieldsText(p, s, bytes.subarray(8), nanoseconds(variables));
  if (instant === null) return null;
  const zone = variables.get('zone');
  const name = zone === undefined ? undefined : bareValue(zone);
  return {
    type: 'time',
    instant,
    utcOffset: utc && p >>> 31 === 1 ? 0 : (integerOf(variables.get('offset')) ?? null),
    zone: utc && p >>> 31 === 1 ? 'UTC' : name?.type === 'string' ? name.text : null,
    zoned: false,
  };
}

function fieldsText(p: number, s: number, extension: Uint8Array, nanosecond: number): string | null {
  const year = 1900 + ((p >>> 14) & 0xffff);
  const month = ((p >>> 10) & 0xf) + 1;
  const day = (p >>> 5) & 0x1f;
  const hour = p & 0x1f;
  const minute = s >>> 26;
  const second = (s >>> 20) & 0x3f;
  const microsecond = s & 0xfffff;
  const beyond = yearBeyond(extension);
  if (beyond === null || month > 12 || day === 0 || hour > 23 || minute > 59 || second > 60 || microsecond > 999_999) return null;
  const fullYear = year === 1900 ? year - beyond : year + beyond;
  const clock = clockText((hour * 60 + minute) * 60, 0).slice(0, 6);
  const fraction = String(microsecond * 1000 + nanosecond).padStart(9, '0');
  return `${yearText(fullYear)}-${two(month)}-${two(day)}T${clock}${two(second)}.${fraction}Z`;
}

/** How far the year is from 1900 (below) or 67435 (above); a length and that many little-endian bytes. */
function yearBeyond(extension: Uint8Array): number | null {
  if (extension.length === 0) return 0;
  try {
    const cursor = new ByteCursor(extension);
    const bytes = cursor.counted();
    if (bytes.length > 4) return null;
    return bytes.reduceRight((sum, byte) => sum * 256 + byte, 0);
  } catch (error) {
    if (error instanceof MarshalRefusal) return null;
    throw error;
  }
}

/** Below the microsecond: a rational number, or in Ruby 1.9.1 three decimal digits in two bytes. */
function nanoseconds(variables: ReadonlyMap<string, RubyValue>): number {
  const numerator = integerOf(variables.get('nano_num'));
  const denominator = integerOf(variables.get('nano_den')) ?? 1;
  if (numerator !== null && denominator > 0) return Math.min(999, Math.max(0, Math.floor(numerator / denominator)));
  const digits = variables.get('submicro');
  if (digits?.type !== 'bytes' && digits?.type !== 'string') return 0;
  const [first = 0, second = 0] = digits.type === 'bytes' ? digits.bytes : [...digits.text].map((each) => each.charCodeAt(0));
  return Math.min(999, (first >> 4) * 100 + (first & 0xf) * 10 + (second >> 4));
}

function integerOf(value: RubyValue | undefined): number | null {
  return value?.type === 'integer' && Number.isSafeInteger(Number(value.text)) ? Number(value.text) : null;
}
