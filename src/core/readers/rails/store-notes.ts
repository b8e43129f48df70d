import type { MessageKey } from '../../message.ts';
import type { SessionStore } from './store-lines.ts';

/** How one session can be ended before its time, for each kind of store. */
export const REVOCATION: Readonly<Record<SessionStore, MessageKey>> = {
  cookie: 'storeRevokingCookie',
  'active-record': 'storeRevokingActiveRecord',
  cache: 'storeRevokingCache',
  redis: 'storeRevokingKey',
  memcache: 'storeRevokingKey',
};

/** What else is to be known of each kind of store. */
export const STORE_NOTES: Readonly<Record<SessionStore, readonly MessageKey[]>> = {
  cookie: [],
  'active-record': ['storeNotePublicIds', 'storeNoteColumnLimit', 'storeNoteTrim'],
  cache: ['storeNoteNamespace'],
  redis: ['storeNotePrefix'],
  memcache: ['storeNoteMemcache'],
};
