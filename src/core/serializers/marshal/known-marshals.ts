import { clockText, dateText, offsetText } from '../calendar.ts';
import { bareValue, type RubyValue } from '../ruby-value.ts';

/** A `U`: what the class is known to be where it has the shape it writes, else what its `marshal_dump` returned. */
export function marshalledValue(className: string, value: RubyValue): RubyValue {
  const items = value.type === 'array' ? value.items : [];
  return knownValue(className, items) ?? { type: 'user-marshalled', className, value };
}

function knownValue(className: string, items: readonly RubyValue[]): RubyValue | null {
  switch (className) {
    case 'Rational':
      return rational(items);
    case 'Complex':
      return complex(items);
    case 'Date':
    case 'DateTime':
      return date(className, items);
    case 'ActiveSupport::TimeWithZone':
      return timeWithZone(items);
    default:
      return null;
  }
}

function rational([numerator, denominator]: readonly RubyValue[]): RubyValue | null {
  if (numerator?.type !== 'integer' || denominator?.type !== 'integer') return null;
  return { type: 'rational', numerator: numerator.text, denominator: denominator.text };
}

function complex([real, imaginary]: readonly RubyValue[]): RubyValue | null {
  return real === undefined || imaginary === undefined ? null : { type: 'complex', real, imaginary };
}

/** Days in a period of Ruby's calendar (CM_PERIOD in date_core.c). */
const PERIOD = 213_447_717;
const DAY = 86_400;

/** `[nth period, day in it, second of the day, nanoseconds, offset, start of the Gregorian calendar]`, day and second in UTC. */
function date(className: 'Date' | 'DateTime', items: readonly RubyValue[]): RubyValue | null {
  if (items.length !== 6) return null;
  const [period, day, second, nanosecond, offset, start] = items.map(numberOf);
  if (period == null || day == null || second == null || nanosecond == null || offset == null || start == null) return null;
  if ([period, day, second, nanosecond, offset].some((part) => !Number.isSafeInteger(part)) || Math.abs(period) > 1000) return null;
  if (second < 0 || second >= DAY || Math.abs(offset) >= DAY) return null;
  const local = second + offset;
  const shift = Math.floor(local / DAY);
  const text = dateText(period * PERIOD + day + shift, start);
  if (className === 'Date') return { type: 'date', text };
  return { type: 'datetime', text: `${text}T${clockText(local - shift * DAY, nanosecond)}${offsetText(offset)}` };
}

function numberOf(value: RubyValue): number | null {
  if (value.type === 'rational' && value.denominator === '1') return Number(value.numerator);
  if (value.type !== 'integer' && value.type !== 'float') return null;
  return Number(value.text);
}

/** `[time in UTC, zone, local time written as if it were UTC]` */
function timeWithZone([utc, zone, local]: readonly RubyValue[]): RubyValue | null {
  const name = zone && bareValue(zone);
  if (utc?.type !== 'time' || name?.type !== 'string' || local?.type !== 'time') return null;
  const utcOffset = secondsOf(local.instant) - secondsOf(utc.instant);
  if (!Number.isSafeInteger(utcOffset)) return null;
  return { type: 'time', instant: utc.instant, utcOffset, zone: name.text, zoned: true };
}

const secondsOf = (instant: string): number => Date.parse(instant.replace(/\.\d+Z$/, 'Z')) / 1000;
