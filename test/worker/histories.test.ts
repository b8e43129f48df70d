import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Host } from '../../src/worker/host.ts';
import type { FromWorker, ToWorker } from '../../src/worker/protocol.ts';
import { exchange } from '../core/recording.ts';

const setting = (at: number, value: string, carried?: string) =>
  exchange({ at, setCookie: [`_app_session=${value}; path=/; HttpOnly`], ...(carried && { cookie: `_app_session=${carried}` }) });

describe('the histories', () => {
  let host: Host;
  let received: FromWorker[];
  const recorder = () => {};
  const view = (message: FromWorker) => void received.push(message);
  const tell = (message: ToWorker) => host.receive(view, message);
  const told = () => received.flatMap((message) => (message.type === 'history' ? [message.histories] : []));
  const labels = () => told().map(([history]) => history?.versions.map(({ label }) => label) ?? []);

  beforeEach(() => {
    vi.useFakeTimers();
    host = new Host();
    received = [];
    host.receive(recorder, { type: 'record', browser: 'chromium' });
    tell({ type: 'view', language: 'en' });
  });
  afterEach(() => {
    tell({ type: 'leave' });
    vi.useRealTimers();
  });
  const record = (...exchanges: readonly ReturnType<typeof exchange>[]) => host.receive(recorder, { type: 'exchanges', exchanges });

  test('are told at once when they show, and then at most once a second', async () => {
    record(setting(0, 'one'));
    await vi.advanceTimersByTimeAsync(2000);
    expect(told()).toEqual([]);
    tell({ type: 'history', on: true });
    expect(labels()).toEqual([['v1']]);
    for (const at of [1, 2, 3, 4]) {
      record(setting(at, `value-${at}`, 'one'));
      await vi.advanceTimersByTimeAsync(200);
    }
    expect(labels()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1200);
    expect(labels().slice(1)).toEqual([['v1', 'v2', 'v3', 'v4', 'v5']]);
  });

  test.each<[reason: string, message: ToWorker]>([
    ['another view shows', { type: 'history', on: false }],
    ['the panel is closed', { type: 'leave' }],
  ])('are not told any more when %s', async (_, message) => {
    tell({ type: 'history', on: true });
    tell(message);
    record(setting(0, 'one'));
    await vi.advanceTimersByTimeAsync(3000);
    expect(told()).toEqual([[]]);
  });

  test('are empty when the recording is cleared', async () => {
    record(setting(0, 'one'));
    tell({ type: 'history', on: true });
    tell({ type: 'clear' });
    expect(told().at(-1)).toEqual([]);
  });

  test('compare two of their versions', () => {
    record(setting(0, 'one'), setting(1, 'twotwo', 'one'));
    tell({ type: 'history', on: true });
    const [history] = told()[0] ?? [];
    const [before = null, after = null] = history?.versions ?? [];
    tell({
      type: 'compare-versions',
      request: 7,
      history: history?.id ?? '',
      before: before?.id ?? null,
      after: after?.id ?? '',
      was: 'v1',
    });
    expect(received.at(-1)).toMatchObject({ type: 'versions-compared', request: 7, diff: { before: { wire: 15 }, after: { wire: 18 } } });
    tell({ type: 'compare-versions', request: 8, history: 'gone', before: null, after: '', was: '' });
    expect(received.at(-1)).toEqual({ type: 'versions-compared', request: 8, diff: null });
  });
});
