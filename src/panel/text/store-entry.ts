import { capitals } from '../../core/capitals.ts';
import type { ServerStore, StoreLineKind } from '../../core/readers/rails/store-lines.ts';
import type { StoredFacts, StoreEntryFailure } from '../../core/readers/stored.ts';
import { type MessageKey, message } from './message.ts';
import { formatBytes } from './numbers.ts';

const STORE_NAMES: Readonly<Record<ServerStore, MessageKey>> = {
  'active-record': 'storeActiveRecord',
  cache: 'storeCache',
  redis: 'storeRedis',
  memcache: 'storeMemcache',
};

export const storeName = (store: ServerStore): string => message(STORE_NAMES[store]);

export const lineLabel = (kind: StoreLineKind): string => message(`storeLine${capitals(kind)}`);

type Format = Exclude<StoredFacts['serializer'], 'inspect'>;
const FORMATS: Readonly<Record<Format, string>> = { json: 'JSON', marshal: 'Marshal', message_pack: 'MessagePack' };

/** `cache entry, format 7.1 · Marshal · compressed · expires 2026-… · 812 bytes`. */
export function storedText({ origin, serializer, cache, bytes }: StoredFacts): string {
  const kept = cache === null ? message('storeValue') : message('storeCacheEntry', cache.format);
  const what = origin === 'column' ? message('storeColumn') : kept;
  const format = serializer === 'inspect' ? message('storeInspect') : FORMATS[serializer];
  const expiry = cache === null ? null : cache.expires === null ? message('storeNoExpiry') : message('storeExpires', cache.expires);
  return [what, format, cache?.compressed ? message('storeCompressed') : null, expiry, formatBytes(bytes)].filter(Boolean).join(' · ');
}

export function storeFailureText(failure: StoreEntryFailure): string {
  switch (failure.code) {
    case 'empty':
      return message('storeEmpty');
    case 'too-large':
      return message('storeTooLarge');
    case 'unknown-format':
      return message('storeUnknownFormat');
    case 'broken-compression':
      return message('storeBrokenCompression');
    case 'not-a-session':
      return message('storeNotASession');
    case 'unreadable':
      return message('storeUnreadable', failure.payload.offset, failure.payload.code.replaceAll('-', ' '));
  }
}
