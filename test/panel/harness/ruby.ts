import type { RubyValue } from '../../../src/core/serializers/ruby-value.ts';

export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };

/** A plain value as the JSON reader gives it. */
export function ruby(value: Plain): RubyValue {
  if (value === null) return { type: 'nil' };
  if (typeof value === 'boolean') return { type: 'boolean', value };
  if (typeof value === 'number') return { type: Number.isInteger(value) ? 'integer' : 'float', text: String(value) };
  if (typeof value === 'string') return { type: 'string', text: value };
  if (Array.isArray(value)) return { type: 'array', items: (value as readonly Plain[]).map(ruby) };
  return { type: 'hash', pairs: Object.entries(value).map(([key, item]) => ({ key: { type: 'string', text: key }, value: ruby(item) })) };
}

const text = (content: string): RubyValue => ({ type: 'string', text: content });
const pair = (key: RubyValue, value: RubyValue) => ({ key, value });

/** A session as Marshal keeps it: values that JSON does not have. */
export const MARSHAL_SESSION: RubyValue = {
  type: 'hash',
  pairs: [
    pair(text('session_id'), text('0af1c9f6f3b5e7d2a4c6e8f001122334')),
    pair(text('role'), { type: 'symbol', text: 'admin' }),
    pair({ type: 'symbol', text: 'locale' }, { type: 'symbol', text: 'pl' }),
    pair(text('digest'), {
      type: 'bytes',
      bytes: Uint8Array.from({ length: 20 }, (_, index) => (index * 37) % 256),
      encoding: 'ASCII-8BIT',
    }),
    pair(text('city'), { type: 'bytes', bytes: Uint8Array.of(0x93, 0x8c, 0x8b, 0x9e), encoding: 'Shift_JIS' }),
    pair(text('seen_at'), { type: 'time', instant: '2026-01-15T12:00:00.250000000Z', utcOffset: 3600, zone: 'Europe/Warsaw', zoned: true }),
    pair(text('credit'), { type: 'bigdecimal', text: '12.5' }),
    pair(text('point'), {
      type: 'struct',
      className: 'Point',
      members: [
        { name: 'x', value: { type: 'integer', text: '1' } },
        { name: 'y', value: { type: 'float', text: '2.0' } },
      ],
    }),
    pair(text('account'), {
      type: 'user-marshalled',
      className: 'Account',
      value: { type: 'array', items: [ruby({ id: 7, email: 'ann@example.test', plan: 'gold' }), { type: 'boolean', value: false }] },
    }),
    pair(text('roles'), { type: 'set', items: [{ type: 'symbol', text: 'editor' }] }),
  ],
};
