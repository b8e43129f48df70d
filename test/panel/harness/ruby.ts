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
