import { decimalText } from '../number-text.ts';
import { FALSE, type RubyValue, TRUE } from '../ruby-value.ts';

/**
 * A raw value of a row as the column's type casts it (ActiveModel::Type), where the type is one that databases give as something else:
 * booleans as 0 and 1, decimals, times and dates as text. Times in the database are in UTC, as Rails has it by default.
 */
export function castValue(raw: RubyValue, type: RubyValue | undefined): RubyValue {
  const className = type?.type === 'object' ? type.className : '';
  const kind = /::(Boolean|Decimal|DateTime|TimestampWithTimeZone|Timestamp|Date|Integer|BigInteger|SQLite3Integer)$/.exec(className)?.[1];
  switch (kind) {
    case 'Boolean':
      return booleanOf(raw) ?? raw;
    case 'Decimal':
      return decimalOf(raw) ?? raw;
    case 'DateTime':
    case 'Timestamp':
    case 'TimestampWithTimeZone':
      return timeOf(raw) ?? raw;
    case 'Date':
      return raw.type === 'string' && /^\d{4}-\d\d-\d\d$/.test(raw.text) ? { type: 'date', text: raw.text } : raw;
    case undefined:
      return raw;
    default:
      return raw.type === 'string' && /^-?(?:0|[1-9]\d*)$/.test(raw.text) ? { type: 'integer', text: raw.text } : raw;
  }
}

/** ActiveModel::Type::Boolean::FALSE_VALUES; everything else but the empty string is true. */
const FALSE_TEXTS: ReadonlySet<string> = new Set(['0', 'f', 'F', 'false', 'FALSE', 'off', 'OFF']);

function booleanOf(raw: RubyValue): RubyValue | null {
  if (raw.type === 'integer') return raw.text === '0' ? FALSE : TRUE;
  if (raw.type !== 'string' || raw.text === '') return null;
  return FALSE_TEXTS.has(raw.text) ? FALSE : TRUE;
}

function decimalOf(raw: RubyValue): RubyValue | null {
  if (raw.type !== 'integer' && raw.type !== 'float' && raw.type !== 'string') return null;
  const text = decimalText(raw.text);
  return text === null ? null : { type: 'bigdecimal', text };
}

const SQL_TIME = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(?:Z|\+00(?::?00)?)?$/;

function timeOf(raw: RubyValue): RubyValue | null {
  const match = raw.type === 'string' ? SQL_TIME.exec(raw.text) : null;
  if (match === null) return null;
  const [, date = '', clock = '', fraction = ''] = match;
  return { type: 'time', instant: `${date}T${clock}.${fraction.padEnd(9, '0')}Z`, utcOffset: 0, zone: 'UTC', zoned: false };
}

/** For scalars, which is what columns hold; others count as changed once they were assigned. */
export function isSameValue(a: RubyValue, b: RubyValue): boolean {
  if (a === b) return true;
  if (a.type !== b.type) return false;
  if (a.type === 'time' && b.type === 'time') return a.instant === b.instant;
  if (a.type === 'boolean' && b.type === 'boolean') return a.value === b.value;
  return a.type === 'nil' || ('text' in a && 'text' in b && a.text === b.text);
}
