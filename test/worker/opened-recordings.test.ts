import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { sealSession } from '../../demo/rails-session.mjs';
import { Host } from '../../src/worker/host.ts';
import type { FromWorker, ToWorker } from '../../src/worker/protocol.ts';
import { entry, har, headers } from '../core/http/har-entries.ts';
import { exchange } from '../core/recording.ts';

const secret = 'demo secret key base '.repeat(4);
const sealed = sealSession({ user_id: 7 }, { secret, name: '_app_session' });
const setting = (value: string) => entry({ response: { status: 200, headers: headers(`Set-Cookie: ${value}`) } });
const FIREFOX = { creator: { name: 'Firefox', version: '153.0' } };
/** Too varied to be packed well, so that half of the gzip has some of the entries. */
const digest = (index: number): string => createHash('sha512').update(String(index)).digest('base64');
const long = har(Array.from({ length: 1000 }, (_, index) => setting(`a=${digest(index)}`)));
const text = har([setting('a=1'), setting(`_app_session=${sealed}; path=/`)], FIREFOX);

describe('Recordings out of files', () => {
  let host: Host;
  let received: FromWorker[];
  let onMessage: (message: FromWorker) => void = () => {};
  const view = (message: FromWorker) => {
    received.push(message);
    onMessage(message);
  };
  const tell = (message: ToWorker) => host.receive(view, message);
  const last = <T extends FromWorker['type']>(type: T) =>
    received.findLast((one) => one.type === type) as Extract<FromWorker, { type: T }> | undefined;
  const cookies = () => last('state')?.rows.map((row) => row.cookie);
  const open = (file: BlobPart, name = 'a.har', place: 'shown' | 'beside' = 'shown') =>
    tell({ type: 'open-recording', file: new Blob([file]), name, place });
  const until = (expectation: () => void) => vi.waitFor(expectation, { timeout: 5000 });
  const opened = () => until(() => expect(last('recordings')).toMatchObject({ importing: null, shown: { name: 'a.har' } }));

  beforeEach(() => {
    host = new Host();
    received = [];
    host.receive(() => {}, { type: 'record', browser: 'chromium' });
    host.receive(() => {}, { type: 'exchanges', exchanges: [exchange({ setCookie: ['live=1'] })] });
    tell({ type: 'view', language: 'en' });
  });
  afterEach(() => tell({ type: 'leave' }));

  test('are shown in place of the live one, which goes on underneath', async () => {
    open(text);
    await opened();
    expect(last('recordings')?.shown).toEqual({
      name: 'a.har',
      example: false,
      creator: 'Firefox/153.0',
      entries: 2,
      cookiesStripped: false,
      fault: null,
    });
    expect(cookies()).toEqual(['a', '_app_session']);
    host.receive(() => {}, { type: 'exchanges', exchanges: [exchange({ at: 1, setCookie: ['live=2'] })] });
    await until(() => expect(last('recordings')?.live).toBe(2));
    tell({ type: 'close-recording', place: 'shown' });
    expect(cookies()).toEqual(['live', 'live']);
    expect(last('recordings')?.shown).toBeNull();
  });

  test('are opened with the secrets that there are, and with those that come', async () => {
    open(text);
    await opened();
    tell({ type: 'add-secret', id: 's1', label: 'current', text: secret, options: {} });
    await until(() => expect(last('rows')?.secrets).toMatchObject([{ opened: 1, sealed: 1 }]));
    tell({ type: 'close-recording', place: 'shown' });
    expect(last('state')?.secrets).toMatchObject([{ id: 's1', opened: 0 }]);
  });

  test('are shown to a view that comes later, with what it looks at', async () => {
    open(text);
    await opened();
    tell({ type: 'leave' });
    received = [];
    tell({ type: 'view', language: 'en' });
    expect(cookies()).toEqual(['a', '_app_session']);
    expect(last('recordings')?.shown?.name).toBe('a.har');
    const rowId = last('state')?.rows[0]?.id ?? '';
    tell({ type: 'detail', rowId });
    expect(last('detail')?.detail?.cookie?.name).toBe('a');
  });

  test.each<[reason: string, file: BlobPart, expected: object]>([
    ['gzipped', new Uint8Array(gzipSync(text)), { shown: { entries: 2 } }],
    ['sanitised', har([entry({ response: { headers: headers('Server: x') } })]), { shown: { cookiesStripped: true } }],
    ['without an entry', har([]), { shown: { entries: 0 } }],
    ['with an entry that is none', har([null, setting('a=1')]), { shown: { entries: 2, fault: null } }],
    ['cut off', text.slice(0, -40), { shown: { entries: 1, fault: { code: 'not-json', line: 1, entries: 1 } }, failed: null }],
    ['that is no JSON', '<html>', { shown: null, failed: { name: 'a.har', failure: { code: 'not-json', entries: 0 } } }],
    ['that is no HAR', '[]', { shown: null, failed: { failure: { code: 'not-a-har', field: 'log' } } }],
    ['that is empty', '', { shown: null, failed: { failure: { code: 'empty' } } }],
    ['that is a broken gzip', Uint8Array.of(0x1f, 0x8b, 1, 2, 3), { shown: null, failed: { failure: { code: 'damaged-gzip' } } }],
    [
      'that is a gzip without its end',
      new Uint8Array(gzipSync(text)).slice(0, -4),
      { shown: null, failed: { failure: { code: 'damaged-gzip' } } },
    ],
    [
      'that is a gzip cut off behind an entry',
      new Uint8Array(gzipSync(long)).slice(0, 50_000),
      { shown: { fault: { code: 'not-json' } }, failed: null },
    ],
  ])('come from a file %s', async (_, file, expected) => {
    open(file);
    await until(() => expect(last('recordings')).toMatchObject({ importing: null, ...expected }));
  });

  test('say how far they are, and nothing of them is there once they are cancelled', async () => {
    const large = new Blob(Array.from({ length: 40 }, () => 'x'.repeat(1 << 20)));
    const file = new Blob([text.slice(0, -3), ',{"_own":"', large, '"}]}}']);
    tell({ type: 'open-recording', file, name: 'large.har', place: 'shown' });
    expect(last('recordings')?.importing).toEqual({ name: 'large.har', bytes: 0, total: file.size, entries: 0 });
    const progress = await new Promise((come) => {
      onMessage = (message) => {
        if (message.type !== 'recordings' || !message.importing?.bytes) return;
        onMessage = () => {};
        tell({ type: 'cancel-import' });
        come(message.importing);
      };
    });
    expect(progress).toMatchObject({ entries: 2, total: file.size });
    expect(last('recordings')).toMatchObject({ importing: null, shown: null, failed: null });
    const before = received.length;
    await new Promise((later) => setTimeout(later, 300));
    expect(received.slice(before).filter(({ type }) => type === 'recordings' || type === 'state')).toEqual([]);
  });

  test('give way to the file that was chosen last', async () => {
    open(har([setting('first=1')]), 'first.har');
    open(har([setting('second=1')]), 'a.har');
    await opened();
    expect(cookies()).toEqual(['second']);
  });

  test('are gone when DevTools opens again on the same tab', async () => {
    open(text);
    await opened();
    host.receive(() => {}, { type: 'record', browser: 'chromium' });
    expect(last('recordings')).toMatchObject({ shown: null, beside: null });
    expect(cookies()).toEqual([]);
  });

  test('stand beside what is shown without taking its place', async () => {
    open(text, 'b.har', 'beside');
    await until(() => expect(last('recordings')).toMatchObject({ importing: null, shown: null, beside: { name: 'b.har' } }));
    expect(cookies()).toEqual(['live']);
  });

  test('include an example that brings its own secret and takes it away again', async () => {
    tell({ type: 'open-example' });
    await until(() => expect(last('recordings')?.shown).toMatchObject({ example: true, entries: 26 }));
    const [example] = last('state')?.secrets ?? [];
    expect(example).toMatchObject({ label: 'example', opened: example?.sealed });
    expect(example?.opened).toBeGreaterThan(20);
    const kinds = new Set(last('state')?.rows.flatMap((row) => row.findingKinds.map(({ kind }) => kind)));
    for (const kind of ['silent-drop', 'cookie-overflow', 'lost-update', 'stale-snapshot', 'growing-session', 'missing-secure'] as const)
      expect(kinds).toContain(kind);
    await until(() => expect(last('logouts')?.logouts.map(({ logout }) => logout.cause)).toContain('dropped-too-large'));
    tell({ type: 'close-recording', place: 'shown' });
    expect(last('state')?.secrets).toEqual([]);
  });
});
