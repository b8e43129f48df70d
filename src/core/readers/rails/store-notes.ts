import type { SessionStore } from './store-lines.ts';

/** Bytes in a `data` column of MySQL's type TEXT, the smallest that the migration makes. */
export const COLUMN_LIMIT = 65_535;

/** How one session can be ended before its time, for each kind of store. */
export const REVOCATION: Readonly<Record<SessionStore, string>> = {
  cookie:
    'Revoking: the cookie is the session, so whoever has a copy stays signed in. Keep a token in it that the server compares and can change, or change the application’s secret (secret_key_base in Rails), which ends every session.',
  'active-record': 'Revoking: delete the row; the next request gets a fresh id and an empty session.',
  cache: 'Revoking: delete the key from the cache; the next request gets a fresh id and an empty session.',
  redis: 'Revoking: delete the key; the next request gets a fresh id and an empty session.',
  memcache: 'Revoking: delete the key; the next request gets a fresh id and an empty session.',
};

/** What else is to be known of each kind of store. */
export const STORE_NOTES: Readonly<Record<SessionStore, readonly string[]>> = {
  cookie: [],
  'active-record': [
    'activerecord-session_store before 2.0 keeps public ids in the clear: whoever reads the table can take over its sessions, and lookups leak ids by their timing (CVE-2019-25025). From 2.0 the column holds private ids; db:sessions:upgrade rewrites older rows.',
    `More than the data column takes (${COLUMN_LIMIT.toLocaleString('en')} bytes in MySQL’s TEXT) raises ActionController::SessionOverflowError.`,
    'Nothing deletes old rows unless db:sessions:trim runs: it deletes what was not updated for SESSION_DAYS_TRIM_THRESHOLD days (30).',
  ],
  cache: ['With a namespace in config.cache_store, its name and a colon stand before the key. An entry may be evicted before it expires.'],
  redis: [
    'The prefix is the store’s: redis-rack writes rack:session, redis-session-store its key_prefix, or none. The first line finds any.',
  ],
  memcache: ['For :mem_cache_store. A cache store on Memcached has the key of the cache store. An entry may be evicted before it expires.'],
};
