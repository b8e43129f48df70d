import type { SessionIdentifier } from '../session-identifier.ts';

/** Where a session can be kept; `cookie` is no place on the server, and has only a way to revoke. */
export type SessionStore = 'cookie' | 'active-record' | 'cache' | 'redis' | 'memcache';

/** Stores behind an id. */
export type ServerStore = Exclude<SessionStore, 'cookie'>;

/** How the sessions table is named (`ActiveRecord::SessionStore::Session.table_name`, `data_column_name`), and what quotes names there. */
export interface SessionsTable {
  readonly table: string;
  readonly keyColumn: string;
  readonly dataColumn: string;
  /** `ansi` for PostgreSQL and SQLite. */
  readonly quoting: 'ansi' | 'mysql';
}

export const DEFAULT_TABLE: SessionsTable = { table: 'sessions', keyColumn: 'session_id', dataColumn: 'data', quoting: 'ansi' };

export type StoreLineKind = 'key' | 'find' | 'console' | 'revoke' | 'trim' | 'upgrade';

/** Text to copy as it stands. */
export interface StoreLine {
  readonly kind: StoreLineKind;
  readonly text: string;
}

/** How long `db:sessions:trim` keeps sessions unless SESSION_DAYS_TRIM_THRESHOLD says otherwise, in days. */
const TRIM_DAYS = 30;

/**
 * What finds, shows and ends the session with this id in one kind of store. The private id goes first: stores ask for it, then for
 * the public id (`get_session_with_fallback`).
 */
export function storeLines(store: ServerStore, { publicId, privateId }: SessionIdentifier, table = DEFAULT_TABLE): readonly StoreLine[] {
  switch (store) {
    case 'active-record': {
      const [from, key, data] = [
        table.table || DEFAULT_TABLE.table,
        table.keyColumn || DEFAULT_TABLE.keyColumn,
        table.dataColumn || DEFAULT_TABLE.dataColumn,
      ].map((name) => quoteName(name, table.quoting));
      const where = `FROM ${from} WHERE ${key} IN (${quoteText(privateId)}, ${quoteText(publicId)});`;
      return [
        { kind: 'find', text: `SELECT ${data} ${where}` },
        { kind: 'console', text: `ActionDispatch::Session::ActiveRecordStore.session_class.find_by_session_id("${privateId}")&.data` },
        { kind: 'revoke', text: `DELETE ${where}` },
        { kind: 'trim', text: `SESSION_DAYS_TRIM_THRESHOLD=${TRIM_DAYS} bin/rails db:sessions:trim` },
        { kind: 'upgrade', text: 'bin/rails db:sessions:upgrade' },
      ];
    }
    case 'cache':
      // ActionDispatch::Session::CacheStore#cache_key
      return [
        { kind: 'key', text: `_session_id:${privateId}` },
        { kind: 'find', text: `redis-cli GET '_session_id:${privateId}'` },
        { kind: 'console', text: `Rails.cache.read("_session_id:${privateId}")` },
        { kind: 'revoke', text: `Rails.cache.delete("_session_id:${privateId}")` },
      ];
    case 'redis':
      return [
        { kind: 'key', text: `${RACK_NAMESPACE}:${privateId}` },
        { kind: 'find', text: `redis-cli --scan --pattern '*${privateId}'` },
        { kind: 'find', text: `redis-cli GET '${RACK_NAMESPACE}:${privateId}'` },
        { kind: 'console', text: `Redis.new.get("${RACK_NAMESPACE}:${privateId}")` },
        { kind: 'revoke', text: `redis-cli DEL '${RACK_NAMESPACE}:${privateId}'` },
      ];
    case 'memcache':
      return [
        { kind: 'key', text: `${RACK_NAMESPACE}:${privateId}` },
        { kind: 'find', text: `printf 'get ${RACK_NAMESPACE}:${privateId}\\r\\nquit\\r\\n' | nc localhost 11211` },
        { kind: 'console', text: `Dalli::Client.new(nil, namespace: "${RACK_NAMESPACE}").get("${privateId}")` },
        { kind: 'revoke', text: `Dalli::Client.new(nil, namespace: "${RACK_NAMESPACE}").delete("${privateId}")` },
      ];
  }
}

/** `Rack::Session::Dalli::DEFAULT_DALLI_OPTIONS`, `Rack::Session::Redis::DEFAULT_OPTIONS`: the namespace, then a colon. */
const RACK_NAMESPACE = 'rack:session';

/** Each part of `schema.table` on its own; the quote is doubled inside. NUL can stand in no name. */
function quoteName(name: string, quoting: SessionsTable['quoting']): string {
  const quote = quoting === 'mysql' ? '`' : '"';
  const bare = name.replaceAll('\0', '');
  return bare
    .split('.')
    .map((part) => quote + part.replaceAll(quote, quote + quote) + quote)
    .join('.');
}

/** Ids are hex digits; quoted all the same. */
const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
