import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { sealSession } from '../../demo/rails-session.mjs';
import { Analysis } from '../../src/core/analysis.ts';
import { exchangeFromEntry } from '../../src/core/http/har.ts';
import { Host } from '../../src/worker/host.ts';
import type { FromWorker, SecretSource, ToWorker } from '../../src/worker/protocol.ts';

const secret = 'demo secret key base '.repeat(4);
const sealed = sealSession({ session_id: 'a1', user_id: 7 }, { secret, name: '_app_session' });
const exchange = (second: number, setCookie: string | null) =>
  exchangeFromEntry(
    {
      startedDateTime: `2026-01-01T10:00:0${second}.000Z`,
      request: { method: 'GET', url: 'http://app.test/', headers: [] },
      response: { status: 200, headers: setCookie === null ? [] : [{ name: 'Set-Cookie', value: setCookie }] },
    },
    0,
  );
const fixture = (name: string): SecretSource => ({
  name,
  bytes: new Uint8Array(readFileSync(new URL(`../fixtures/secrets/${name}`, import.meta.url))),
});
const credentialsSecret = /[0-9a-f]{128}/.exec(new TextDecoder().decode(fixture('credentials.yml').bytes))?.[0] ?? '';
const ofCredentials = exchange(
  2,
  `_app_session=${sealSession({ user_id: 8 }, { secret: credentialsSecret, name: '_app_session' })}; path=/`,
);
const setting = exchange(1, `_app_session=${sealed}; path=/`);

describe('the worker', () => {
  let host: Host;
  let received: FromWorker[];
  const recorder = () => {};
  const view = (message: FromWorker) => void received.push(message);
  const last = <T extends FromWorker['type']>(type: T) =>
    received.findLast((one) => one.type === type) as Extract<FromWorker, { type: T }> | undefined;
  const tell = (message: ToWorker) => host.receive(view, message);
  /** Lets WebCrypto and the batch of the views come to their end. */
  const settle = () =>
    vi.waitFor(() => expect(received.length).toBeGreaterThan(0)).then(() => new Promise((later) => setTimeout(later, 150)));

  beforeEach(() => {
    host = new Host();
    received = [];
    host.receive(recorder, { type: 'record', browser: 'chromium' });
    tell({ type: 'view', language: 'en' });
  });
  afterEach(() => tell({ type: 'leave' }));

  const addSecret = (text: string) => tell({ type: 'add-secret', id: 's1', label: 'current', text, options: {} });

  test('gives a view everything that was recorded before it came', async () => {
    host.receive(recorder, { type: 'exchanges', exchanges: [setting] });
    await settle();
    tell({ type: 'view', language: 'en' });
    expect(last('state')?.rows.map((row) => row.cookie)).toEqual(['_app_session']);
  });

  test('tells every view which page the tab shows, also one that comes later, and after a clear', () => {
    expect(last('page')).toBeUndefined();
    host.receive(recorder, { type: 'navigated', url: 'http://app.test/one', at: 1 });
    expect(last('page')).toEqual({ type: 'page', url: 'http://app.test/one' });
    tell({ type: 'clear' });
    received = [];
    tell({ type: 'view', language: 'en' });
    expect(last('page')).toEqual({ type: 'page', url: 'http://app.test/one' });
  });

  test('answers which cookies the browser should keep for the site of a host', async () => {
    host.receive(recorder, { type: 'exchanges', exchanges: [setting] });
    tell({ type: 'compare-store', request: 3, host: 'app.test', kept: [], now: 0 });
    expect(last('store-compared')).toMatchObject({
      request: 3,
      domains: { asked: ['app.test'] },
      comparison: { counts: { 'only-predicted': 1 }, differences: [{ kind: 'only-predicted', name: '_app_session', scope: 'app.test/' }] },
    });
    tell({ type: 'compare-store', request: 4, host: 'www.elsewhere.test', kept: null, now: 0 });
    expect(last('store-compared')).toEqual({
      ...{ type: 'store-compared', request: 4, comparison: null },
      domains: { asked: ['www.elsewhere.test'], read: ['www.elsewhere.test', 'elsewhere.test'] },
    });
  });

  test('opens what was recorded when a secret is added, and counts what it opened', async () => {
    host.receive(recorder, { type: 'exchanges', exchanges: [setting] });
    addSecret(secret);
    await settle();
    const rowId = last('rows')?.rows.at(-1)?.id ?? '';
    tell({ type: 'detail', rowId });
    expect(last('detail')?.detail?.reading).toMatchObject({ state: 'opened', key: { secret: 'current' } });
    expect(last('rows')?.secrets).toEqual([{ id: 's1', label: 'current', options: {}, opened: 1, sealed: 1 }]);
  });

  test('tells the findings of the rows that are asked for, and leaves out rows that are gone', async () => {
    host.receive(recorder, { type: 'exchanges', exchanges: [setting] });
    await settle();
    const rowId = last('rows')?.rows[0]?.id ?? '';
    tell({ type: 'findings', rowIds: [rowId, 'gone#0'] });
    const [row, ...others] = last('findings')?.rows ?? [];
    expect(others).toEqual([]);
    expect(row?.rowId).toBe(rowId);
    expect(row?.findings).toContainEqual(
      expect.objectContaining({ finding: expect.objectContaining({ kind: 'missing-httponly', parameters: { session: true } }) }),
    );
  });

  describe('what the store holds', () => {
    const id = '0123456789abcdef0123456789abcdef';
    const stored = exchange(3, `_app_session=${id}; path=/; httponly`);
    const entry = '{"value":{"user_id":9}}';
    const attach = (content: string | Uint8Array, sessionId = id) => tell({ type: 'attach-store-entry', sessionId, content });
    const reading = () => last('detail')?.detail?.reading;

    beforeEach(async () => {
      host.receive(recorder, { type: 'exchanges', exchanges: [stored] });
      await settle();
      tell({ type: 'detail', rowId: last('rows')?.rows[0]?.id ?? '' });
    });

    test.each<[reason: string, content: string | Uint8Array]>([
      ['pasted text', entry],
      ['the bytes of a file', new TextEncoder().encode(entry)],
    ])('is attached to the session that is watched: %s', async (_, content) => {
      attach(content);
      await settle();
      expect(last('store-entry-read')).toEqual({ type: 'store-entry-read', sessionId: id, failure: null });
      expect(reading()).toMatchObject({
        state: 'identifier',
        identifier: { publicId: id },
        data: { type: 'hash' },
        stored: { serializer: 'json' },
      });
    });

    test.each<[reason: string, lose: () => void]>([
      ['it is forgotten', () => tell({ type: 'forget-store-entry', sessionId: id })],
      [
        'the recording is cleared, also when the same id comes again',
        () => {
          tell({ type: 'clear' });
          host.receive(recorder, { type: 'exchanges', exchanges: [{ ...stored, id: 'later', startedAt: stored.startedAt + 1000 }] });
        },
      ],
    ])('is gone when %s', async (_, lose) => {
      attach(entry);
      await settle();
      lose();
      await settle();
      tell({ type: 'detail', rowId: last('rows')?.rows[0]?.id ?? '' });
      expect(reading()).toMatchObject({ state: 'identifier', data: null, stored: null });
    });

    test('is not kept when it cannot be read', async () => {
      attach('hello');
      await settle();
      expect(last('store-entry-read')?.failure).toEqual({ code: 'unknown-format' });
      expect(reading()).toMatchObject({ data: null, stored: null });
    });

    test('belongs to its id alone', async () => {
      attach(entry, 'f'.repeat(32));
      await settle();
      expect(reading()).toMatchObject({ data: null });
    });
  });

  test('seals the detail that is watched when the secret is forgotten', async () => {
    host.receive(recorder, { type: 'exchanges', exchanges: [setting] });
    addSecret(secret);
    await settle();
    tell({ type: 'detail', rowId: last('rows')?.rows[0]?.id ?? '' });
    tell({ type: 'forget-secret', id: 's1' });
    await settle();
    expect(last('detail')?.detail?.reading).toMatchObject({ state: 'sealed', data: null });
    expect(last('rows')?.secrets).toEqual([]);
    expect(JSON.stringify(last('detail'))).not.toContain('user_id');
  });

  test.each([
    { text: '', reason: 'empty' },
    { text: 'x'.repeat(20_000), reason: 'too-long' },
  ])('refuses a secret that is $reason, and says so to the view that sent it', async ({ text, reason }) => {
    addSecret(text);
    await vi.waitFor(() => expect(last('secret-refused')).toEqual({ type: 'secret-refused', id: 's1', reason }));
  });

  describe('dropped files', () => {
    const dropped = async (...names: readonly string[]) => {
      received.length = 0;
      tell({ type: 'add-secret-files', files: names.map(fixture) });
      await vi.waitFor(() => expect(last('secret-files-read')).toBeDefined());
      return last('secret-files-read');
    };

    test('open what is recorded: credentials with their key', async () => {
      host.receive(recorder, { type: 'exchanges', exchanges: [ofCredentials] });
      expect(await dropped('master.key', 'credentials.yml.enc')).toMatchObject({ found: ['credentials.yml.enc'], notes: [] });
      await settle();
      expect(last('rows')?.secrets).toMatchObject([{ label: 'credentials.yml.enc', opened: 1, sealed: 1 }]);
    });

    test('name the file that is missing, and take it when it comes alone', async () => {
      const needsKey = { file: 'credentials.yml.enc', kind: 'needs-key', key: 'master.key' };
      expect(await dropped('credentials.yml.enc')).toMatchObject({ found: [], notes: [needsKey] });
      expect(await dropped('production.yml')).toMatchObject({
        found: ['production.yml development', 'production.yml production'],
        notes: [],
      });
      expect(await dropped('production.key')).toMatchObject({ found: [], notes: [{ kind: 'wrong-key' }] });
      expect(await dropped('master.key')).toMatchObject({ found: ['credentials.yml.enc'], notes: [] });
      expect(await dropped('master.key')).toMatchObject({ found: [], notes: [{ kind: 'needs-credentials' }] });
    });

    test('are forgotten with everything else', async () => {
      await dropped('credentials.yml.enc');
      tell({ type: 'forget-secret', id: null });
      expect(await dropped('master.key')).toMatchObject({ notes: [{ kind: 'needs-credentials', credentials: 'credentials.yml.enc' }] });
    });

    test('never come back in a message', async () => {
      await dropped('master.key', 'credentials.yml.enc');
      await settle();
      expect(JSON.stringify(received)).not.toContain(credentialsSecret);
      expect(JSON.stringify(received)).not.toContain('access_key');
    });
  });

  test('forgets recording and secrets when DevTools opens again on the same tab', async () => {
    host.receive(recorder, { type: 'exchanges', exchanges: [setting] });
    addSecret(secret);
    await settle();
    host.receive(recorder, { type: 'record', browser: 'chromium' });
    expect(last('state')).toMatchObject({ rows: [], secrets: [] });
  });

  test('tells which rows are gone when an exchange no longer has them', async () => {
    const flagged = exchangeFromEntry(
      {
        startedDateTime: '2026-01-01T10:00:05.000Z',
        request: { method: 'GET', url: 'http://app.test/next', headers: [{ name: 'Cookie', value: `_app_session=${sealed}` }] },
        response: { status: 200, headers: [] },
      },
      0,
    );
    host.receive(recorder, { type: 'exchanges', exchanges: [flagged] });
    await settle();
    const flaggedRow = last('rows')?.rows[0];
    expect(flaggedRow?.notes).toEqual([{ kind: 'not-recorded', cookies: ['_app_session'] }]);
    host.receive(recorder, { type: 'exchanges', exchanges: [setting] });
    await settle();
    expect(last('rows')?.gone).toEqual([flaggedRow?.id]);
  });

  test('empties everything but the secrets when it is cleared', async () => {
    host.receive(recorder, { type: 'exchanges', exchanges: [setting] });
    addSecret(secret);
    await settle();
    tell({ type: 'clear' });
    expect(last('state')?.rows).toEqual([]);
    expect(last('state')?.secrets).toHaveLength(1);
  });

  test('goes on telling after a fault in the replay', async () => {
    await settle();
    const fault = vi.spyOn(Analysis.prototype, 'refresh').mockImplementationOnce(() => {
      throw new TypeError('poisoned');
    });
    const console = vi.spyOn(globalThis.console, 'error').mockImplementation(() => {});
    host.receive(recorder, { type: 'exchanges', exchanges: [setting] });
    await settle();
    expect(fault).toHaveBeenCalled();
    expect(console).toHaveBeenCalledWith('sessionscope: the replay failed', 'TypeError');
    expect(last('rows')?.rows.map((row) => row.cookie)).toEqual(['_app_session']);
    host.receive(recorder, { type: 'exchanges', exchanges: [exchange(3, 'a=1')] });
    await settle();
    expect(last('rows')?.rows.map((row) => row.cookie)).toContain('a');
    vi.restoreAllMocks();
  });

  test('a view that shows the histories goes on showing them when DevTools opens again on the same tab', async () => {
    tell({ type: 'history', on: true });
    host.receive(recorder, { type: 'record', browser: 'firefox' });
    host.receive(recorder, { type: 'exchanges', exchanges: [setting] });
    await vi.waitFor(() => expect(last('history')?.histories).toHaveLength(1), { timeout: 3000 });
  });

  test('does not bring a cleared row back when more is heard of its exchange', async () => {
    host.receive(recorder, { type: 'exchanges', exchanges: [setting] });
    tell({ type: 'clear' });
    host.receive(recorder, { type: 'exchanges', exchanges: [setting, exchange(3, 'a=1')] });
    await settle();
    expect(last('rows')?.rows.map((row) => row.cookie)).toEqual(['a']);
  });
});
