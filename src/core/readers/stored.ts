import type { PayloadFailure } from '../serializers/read-payload.ts';
import type { RubyValue } from '../serializers/ruby-value.ts';

/** What wrote it, as far as the bytes tell. */
export interface StoredFacts {
  /** `column` of the Active Record store, `cache-entry` of a cache store, `value` of Redis, Memcached or a store of one's own. */
  readonly origin: 'column' | 'cache-entry' | 'value';
  /** `inspect` is Ruby's print of a hash, which the null serializer leaves in a text column and no Rails reads back. */
  readonly serializer: 'json' | 'marshal' | 'message_pack' | 'inspect';
  /** Null for what is no cache entry. */
  readonly cache: CacheFacts | null;
  /** Of what was stored, before decompression. */
  readonly bytes: number;
}

export interface StoreEntry {
  readonly facts: StoredFacts;
  /** The session: a hash. */
  readonly data: RubyValue;
}

export type StoreEntryFailure =
  | { readonly code: 'empty' | 'too-large' | 'unknown-format' | 'broken-compression' }
  /** It can be read, and is no hash. */
  | { readonly code: 'not-a-session' }
  | { readonly code: 'unreadable'; readonly payload: PayloadFailure };

/** What a cache wrote around a value. */
export interface CacheFacts {
  /**
   * As `config.active_support.cache_format_version` names it: `6.1` is the entry as an object, which every version before wrote too (`4.0`
   * with its short variables), `7.0` a packed array behind a mark, `7.1` a header.
   */
  readonly format: '4.0' | '6.1' | '7.0' | '7.1';
  /** By zlib. */
  readonly compressed: boolean;
  /** ISO 8601; null without an expiry. */
  readonly expires: string | null;
  /** `cache_version`; sessions have none. */
  readonly version: string | null;
}
