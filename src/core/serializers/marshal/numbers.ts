import { floatText } from '../number-text.ts';
import type { RubyValue } from '../ruby-value.ts';
import { latin1Text } from '../text-encoding.ts';
import type { ByteCursor } from './byte-cursor.ts';
import { MarshalRefusal } from './marshal-limits.ts';

/** Sign, length in 16-bit words, little-endian magnitude (TYPE_BIGNUM in marshal.c). */
export function readBigInteger(cursor: ByteCursor, limit: number): RubyValue {
  const negative = cursor.byte() === 0x2d;
  const { offset } = cursor;
  const bytes = cursor.length(2) * 2;
  if (bytes > limit) throw new MarshalRefusal('integer-too-large', offset);
  let digits = '';
  for (const byte of cursor.take(bytes)) digits = byte.toString(16).padStart(2, '0') + digits;
  const magnitude = BigInt(`0x${digits || '0'}`);
  return { type: 'integer', text: String(negative ? -magnitude : magnitude) };
}

/** Decimal text; streams of Ruby 1.8 have the last bits of the mantissa after a NUL, which are in the digits as well. */
export function readFloat(cursor: ByteCursor): RubyValue {
  const { offset } = cursor;
  const text = latin1Text(cursor.counted()).replace(/\0.*$/s, '');
  const value = SPECIAL.get(text) ?? (DECIMAL.test(text) ? Number(text) : null);
  if (value === null) throw new MarshalRefusal('invalid-float', offset);
  return { type: 'float', text: floatText(value) };
}

const DECIMAL = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const SPECIAL: ReadonlyMap<string, number> = new Map([
  ['inf', Number.POSITIVE_INFINITY],
  ['-inf', Number.NEGATIVE_INFINITY],
  ['nan', Number.NaN],
]);
