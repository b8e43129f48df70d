import { describe, expect, test } from 'vitest';
import { judgeStoreId } from '../../src/core/readers/rails/server-store.ts';
import type { StoredFacts, StoreEntryFailure } from '../../src/core/readers/stored.ts';
import { notAnIdText } from '../../src/core/report/store-id-text.ts';
import { createStoreEntriesStore } from '../../src/panel/state/store-entries.ts';
import { storedText, storeFailureText } from '../../src/panel/text/store-entry.ts';
import type { ToWorker } from '../../src/worker/protocol.ts';

const HEX = '0123456789abcdef0123456789abcdef';

describe('what was pasted is named by what wrote it', () => {
  const column: StoredFacts = { origin: 'column', serializer: 'marshal', cache: null, bytes: 240 };
  const cache = { format: '7.1', compressed: true, expires: '2026-01-15T10:00:00.000Z', version: null } as const;
  test.each<[facts: StoredFacts, text: string]>([
    [column, 'data column · Marshal · 240 bytes'],
    [{ ...column, serializer: 'inspect' }, 'data column · printed by Ruby, not serialized: Rails cannot read it back · 240 bytes'],
    [{ ...column, origin: 'value', serializer: 'message_pack' }, 'stored value · MessagePack · 240 bytes'],
    [
      { ...column, origin: 'cache-entry', cache },
      'cache entry, format 7.1 · Marshal · compressed · expires 2026-01-15T10:00:00.000Z · 240 bytes',
    ],
    [
      { ...column, origin: 'cache-entry', cache: { ...cache, compressed: false, expires: null } },
      'cache entry, format 7.1 · Marshal · no expiry · 240 bytes',
    ],
  ])('%o', (facts, text) => {
    expect(storedText(facts)).toBe(text);
  });
});

test.each<[failure: StoreEntryFailure, text: RegExp]>([
  [{ code: 'empty' }, /^Paste something/],
  [{ code: 'too-large' }, /1 MB/],
  [{ code: 'unknown-format' }, /redis-cli/],
  [{ code: 'broken-compression' }, /damaged/],
  [{ code: 'not-a-session' }, /no hash/],
  [{ code: 'unreadable', payload: { code: 'unexpected-end', offset: 12, byte: null } }, /byte 12 on \(unexpected end\)/],
])('%o is explained', (failure, text) => {
  expect(storeFailureText(failure)).toMatch(text);
});

test.each<[reason: string, name: string, value: string, httpOnly: boolean, text: RegExp | null]>([
  ['an id needs no reason', '_app_session', HEX, true, null],
  ['words are no id anyway', 'theme', 'dark', true, null],
  ['a visitor', 'visitor', HEX, false, /scripts may read it/],
  ['a token', 'csrf', HEX + HEX, true, /request forgery/],
  ['PHP', 'PHPSESSID', HEX, true, /another framework/],
  ['a remember-me token', 'remember_user_token', HEX, true, /remember-me/],
])('why hex digits are no session id: %s', (_, name, value, httpOnly, text) => {
  const said = notAnIdText(judgeStoreId(name, value, httpOnly));
  if (text === null) expect(said).toBeNull();
  else expect(said).toMatch(text);
});

test('the panel hands what is pasted on, and keeps only why it was refused', () => {
  const sent: ToWorker[] = [];
  const store = createStoreEntriesStore((message) => void sent.push(message));
  store.attach(HEX, 'hello');
  store.received(HEX, { code: 'unknown-format' });
  expect(store.refused.value).toEqual({ sessionId: HEX, failure: { code: 'unknown-format' } });
  store.attach(HEX, '{}');
  expect(store.refused.value).toBeNull();
  store.forget(HEX);
  expect(sent.map(({ type }) => type)).toEqual(['attach-store-entry', 'attach-store-entry', 'forget-store-entry']);
});
