import { describe, expect, test } from 'vitest';
import { parseSetCookie } from '../../../src/core/cookies/set-cookie.ts';
import { message } from '../../../src/core/message.ts';
import { openCookie, recogniseCookie } from '../../../src/core/readers/index.ts';
import { judgeStoreId } from '../../../src/core/readers/rails/server-store.ts';
import { DEFAULT_TABLE, type ServerStore, type StoreLineKind, storeLines } from '../../../src/core/readers/rails/store-lines.ts';
import { REVOCATION, STORE_NOTES } from '../../../src/core/readers/rails/store-notes.ts';
import { identifierOf } from '../../../src/core/readers/session-identifier.ts';
import { readFixture } from './vectors.ts';

interface StoreRow {
  readonly id: string;
  readonly cookie_name?: string;
  readonly set_cookie_header?: string;
  readonly row?: { readonly session_id: string };
  readonly cache_keys?: readonly string[];
}

const PUBLIC = '0123456789abcdef0123456789abcdef';
const stores = (readFixture('server-stores').stores as readonly StoreRow[]).filter((row) => row.set_cookie_header !== undefined);
const ids = readFixture('cache-entries-6.1').ids as readonly { readonly public_id: string; readonly private_id: string }[];
const identifier = await identifierOf(PUBLIC);

describe('a session id', () => {
  test.each<[reason: string, name: string, value: string, httpOnly: boolean, verdict: object]>([
    ['32 digits under the name of a session', '_shop_session', PUBLIC, false, { isId: true, evidence: 'session-name' }],
    ['32 digits that scripts cannot read', 'visit', PUBLIC, true, { isId: true, evidence: 'http-only' }],
    ['64 digits, as stores of Rack make them', '_shop_session', PUBLIC + PUBLIC, false, { isId: true, evidence: 'session-name' }],
    ['64 digits are else as likely a token', 'csrf', PUBLIC + PUBLIC, true, { isId: false, reason: 'no-session-name' }],
    ['32 digits that scripts can read are a visitor', 'visitor', PUBLIC, false, { isId: false, reason: 'readable-by-scripts' }],
    ['a name of PHP', 'PHPSESSID', PUBLIC, true, { isId: false, reason: 'foreign-name' }],
    ['a remember-me token', 'remember_user_token', PUBLIC, true, { isId: false, reason: 'remember-token' }],
    ['another number of digits', '_shop_session', PUBLIC.slice(1), true, { isId: false, reason: 'other-length' }],
    ['capitals, which SecureRandom.hex never prints', '_shop_session', PUBLIC.toUpperCase(), true, { isId: false, reason: 'not-hex' }],
  ])('%s', (_, name, value, httpOnly, verdict) => {
    expect(judgeStoreId(name, value, httpOnly)).toEqual(verdict);
  });

  test('a remember-me token of hex digits is no damaged cookie', () => {
    expect(recogniseCookie({ name: 'remember_user_token', value: PUBLIC, httpOnly: true })).toBeNull();
  });

  test('64 digits of Rack are one under its own name', async () => {
    const value = PUBLIC + PUBLIC;
    const reading = await openCookie({ name: 'rack.session', value }, [], 0);
    expect(reading).toMatchObject({ framework: 'rack', state: 'identifier', identifier: { publicId: value } });
  });

  test.each(ids)('$public_id has the private id that Rack 2.2 gives it', async ({ public_id, private_id }) => {
    expect(await identifierOf(public_id)).toEqual({ publicId: public_id, privateId: private_id });
  });

  test.each(stores)('$id: the id in the cookie leads to what Rails 7.2 wrote', async ({ set_cookie_header, row, cache_keys }) => {
    const { name, value } = parseSetCookie(set_cookie_header ?? '');
    const found = (await openCookie({ name, value }, [], 0))?.identifier;
    expect(found).toBeTruthy();
    if (row) expect(found?.privateId).toBe(row.session_id);
    if (found && cache_keys) expect(storeLines('cache', found)[0]?.text).toBe(cache_keys[0]);
  });
});

describe('lines to copy', () => {
  const lineOf = (store: ServerStore, kind: StoreLineKind, table = DEFAULT_TABLE): string =>
    storeLines(store, identifier, table).find((line) => line.kind === kind)?.text ?? '';
  const where = `IN ('${identifier.privateId}', '${PUBLIC}');`;

  test.each<[reason: string, table: Partial<typeof DEFAULT_TABLE>, sql: string]>([
    ['as the gem names them', {}, `SELECT "data" FROM "sessions" WHERE "session_id" ${where}`],
    ['in MySQL', { quoting: 'mysql' }, `SELECT \`data\` FROM \`sessions\` WHERE \`session_id\` ${where}`],
    [
      'named by the application',
      { table: 'legacy', keyColumn: 'sid', dataColumn: 'body' },
      `SELECT "body" FROM "legacy" WHERE "sid" ${where}`,
    ],
    ['in a schema', { table: 'auth.sessions' }, `SELECT "data" FROM "auth"."sessions" WHERE "session_id" ${where}`],
    ['left empty', { table: '', keyColumn: '', dataColumn: '' }, `SELECT "data" FROM "sessions" WHERE "session_id" ${where}`],
    ['with a quote', { table: 'a"; DROP TABLE b; --' }, `SELECT "data" FROM "a""; DROP TABLE b; --" WHERE "session_id" ${where}`],
    ['with a backtick', { table: 'a`b', quoting: 'mysql' }, `SELECT \`data\` FROM \`a\`\`b\` WHERE \`session_id\` ${where}`],
  ])('SQL: %s', (_, table, sql) => {
    expect(lineOf('active-record', 'find', { ...DEFAULT_TABLE, ...table })).toBe(sql);
  });

  test.each<[store: ServerStore, kind: StoreLineKind, text: string]>([
    ['active-record', 'revoke', `DELETE FROM "sessions" WHERE "session_id" ${where}`],
    ['active-record', 'trim', 'SESSION_DAYS_TRIM_THRESHOLD=30 bin/rails db:sessions:trim'],
    ['active-record', 'upgrade', 'bin/rails db:sessions:upgrade'],
    ['cache', 'key', `_session_id:${identifier.privateId}`],
    ['cache', 'console', `Rails.cache.read("_session_id:${identifier.privateId}")`],
    ['redis', 'key', `rack:session:${identifier.privateId}`],
    ['memcache', 'key', `rack:session:${identifier.privateId}`],
  ])('%s, %s', (store, kind, text) => {
    expect(lineOf(store, kind)).toBe(text);
  });

  test('each kind of store says how a session is revoked, and what is to be known of the Active Record store', () => {
    expect(Object.values(REVOCATION).every((key) => message(key).startsWith('Revoking: '))).toBe(true);
    expect(message(REVOCATION.cookie)).toMatch(/token.*secret_key_base/);
    expect(STORE_NOTES['active-record'].map((key) => message(key)).join(' ')).toMatch(
      /CVE-2019-25025.*65,535.*SessionOverflowError.*SESSION_DAYS_TRIM_THRESHOLD/,
    );
  });
});
