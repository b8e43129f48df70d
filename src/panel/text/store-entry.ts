import type { StoreIdVerdict } from '../../core/readers/rails/server-store.ts';
import type { ServerStore, StoreLineKind } from '../../core/readers/rails/store-lines.ts';
import type { StoredFacts, StoreEntryFailure } from '../../core/readers/stored.ts';
import { formatBytes } from './numbers.ts';

export const STORE_NAMES: Readonly<Record<ServerStore, string>> = {
  'active-record': 'Active Record store',
  cache: 'Cache store',
  redis: 'Redis store',
  memcache: 'Memcache store',
};

export const LINE_LABELS: Readonly<Record<StoreLineKind, string>> = {
  key: 'Key',
  find: 'Find it',
  console: 'Rails console',
  revoke: 'Revoke it',
  trim: 'Delete what was not used for so many days',
  upgrade: 'Replace ids in the clear by private ids',
};

const SERIALIZERS: Readonly<Record<StoredFacts['serializer'], string>> = {
  json: 'JSON',
  marshal: 'Marshal',
  message_pack: 'MessagePack',
  inspect: 'printed by Ruby, not serialized: Rails cannot read it back',
};

/** `cache entry, format 7.1 · Marshal · compressed · expires 2026-… · 812 bytes`. */
export function storedText({ origin, serializer, cache, bytes }: StoredFacts): string {
  const what = origin === 'column' ? 'data column' : cache === null ? 'stored value' : `cache entry, format ${cache.format}`;
  const expiry = cache === null ? null : cache.expires === null ? 'no expiry' : `expires ${cache.expires}`;
  return [what, SERIALIZERS[serializer], cache?.compressed ? 'compressed' : null, expiry, formatBytes(bytes)].filter(Boolean).join(' · ');
}

export function storeFailureText(failure: StoreEntryFailure): string {
  switch (failure.code) {
    case 'empty':
      return 'Paste something first.';
    case 'too-large':
      return 'This is too large to be a session: over 1 MB.';
    case 'unknown-format':
      return 'This is no data column, cache entry, Marshal, MessagePack or JSON. Base64, hex, what redis-cli prints, and files are understood.';
    case 'broken-compression':
      return 'It is compressed, and the compressed part is damaged, not zlib, or over 1 MB when unpacked.';
    case 'not-a-session':
      return 'It can be read, but holds no hash, so it is no session.';
    case 'unreadable':
      return `It cannot be read from byte ${failure.payload.offset} on (${failure.payload.code.replaceAll('-', ' ')}). It may have been cut off.`;
  }
}

/** Why hex digits are not taken for a session id; null where they are, and for what is no id anyway. */
export function notAnIdText(verdict: StoreIdVerdict): string | null {
  if (verdict.isId) return null;
  switch (verdict.reason) {
    case 'not-hex':
    case 'other-length':
      return null;
    case 'foreign-name':
      return 'It looks like the id of a Rails session, but another framework is known by this cookie’s name.';
    case 'remember-token':
      return 'It is a remember-me token: it signs in by itself, and is in no session store.';
    case 'no-session-name':
      return 'It has the digits of an id, but not the name of a session: tokens against request forgery look the same.';
    case 'readable-by-scripts':
      return 'It has the digits of an id, but scripts may read it and its name is no session’s: the ids of visitors look the same.';
  }
}
