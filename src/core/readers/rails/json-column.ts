import { fail, ok, type Result } from '../../result.ts';
import type { RubyValue } from '../../serializers/ruby-value.ts';
import type { StoreEntry, StoreEntryFailure } from '../stored.ts';

/**
 * The session in a JSON object: under `value` as the `:json` and `:hybrid` serializers write it, or the object itself, as the null serializer
 * leaves it to a JSON column and other stores write it. Hashes inside the first kind come out as `with_indifferent_access` makes them.
 * Source: `ActiveRecord::SessionStore::ClassMethods::JsonSerializer`.
 */
export function columnSession(json: RubyValue, bytes: number): Result<StoreEntry, StoreEntryFailure> {
  if (json.type !== 'hash') return fail({ code: 'not-a-session' });
  const [first, second] = json.pairs;
  const wrapped = second === undefined && first?.key.type === 'string' && first.key.text === 'value' ? first.value : null;
  const facts = { origin: wrapped === null ? 'value' : 'column', serializer: 'json', cache: null, bytes } as const;
  if (wrapped === null) return ok({ facts, data: json });
  if (wrapped.type !== 'hash') return fail({ code: 'not-a-session' });
  return ok({ facts, data: { type: 'hash', pairs: wrapped.pairs.map(({ key, value }) => ({ key, value: indifferent(value) })) } });
}

/** JSON is read to a bounded depth, so that this is bounded too. */
function indifferent(value: RubyValue): RubyValue {
  if (value.type === 'array') return { type: 'array', items: value.items.map(indifferent) };
  if (value.type !== 'hash') return value;
  const hash: RubyValue = { type: 'hash', pairs: value.pairs.map((pair) => ({ key: pair.key, value: indifferent(pair.value) })) };
  return { type: 'decorated', className: 'ActiveSupport::HashWithIndifferentAccess', modules: [], value: hash, variables: [] };
}
