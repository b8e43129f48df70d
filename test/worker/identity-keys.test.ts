import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Host } from '../../src/worker/host.ts';
import type { FromWorker, ToWorker } from '../../src/worker/protocol.ts';
import { exchange } from '../core/recording.ts';

/** Signed and not encrypted, which everybody can read. */
const session = (content: object) =>
  `_app_session=${encodeURIComponent(`${Buffer.from(JSON.stringify(content)).toString('base64')}--${'0a'.repeat(20)}`)}`;

describe('keys that the user names as identity', () => {
  let host: Host;
  let received: FromWorker[];
  const recorder = () => {};
  const view = (message: FromWorker) => void received.push(message);
  const tell = (message: ToWorker) => host.receive(view, message);
  const last = <T extends FromWorker['type']>(type: T) =>
    received.findLast((one) => one.type === type) as Extract<FromWorker, { type: T }> | undefined;
  const events = () => last('history')?.histories[0]?.versions.map((version) => version.events.map(({ kind }) => kind).join(' '));
  const pass = () => vi.advanceTimersByTimeAsync(3000);

  beforeEach(async () => {
    vi.useFakeTimers();
    host = new Host();
    received = [];
    host.receive(recorder, { type: 'record', browser: 'chromium' });
    tell({ type: 'view', language: 'en' });
    const anonymous = session({ session_id: 'a1' });
    host.receive(recorder, {
      type: 'exchanges',
      exchanges: [
        exchange({ at: 0, setCookie: [`${anonymous}; path=/; HttpOnly`] }),
        exchange({ at: 1, cookie: anonymous, setCookie: [`${session({ session_id: 'a1', member_ref: 7 })}; path=/; HttpOnly`] }),
      ],
    });
    tell({ type: 'history', on: true });
    await pass();
  });
  afterEach(() => {
    tell({ type: 'leave' });
    vi.useRealTimers();
  });

  test('tell who is signed in, in what was recorded before: in the histories, the rows and the findings', async () => {
    expect(events()).toEqual(['created', 'changed']);
    tell({ type: 'identity-keys', keys: ['member_ref'] });
    await pass();
    expect(events()).toEqual(['created', 'signed-in']);
    const row = last('rows')?.rows.find(({ change }) => change?.event === 'signed-in');
    tell({ type: 'detail', rowId: row?.id ?? '' });
    expect(last('detail')?.detail?.findings.map(({ finding }) => finding.kind)).toContain('session-fixation');
  });

  test('are told to every view, and to one that comes later', () => {
    tell({ type: 'identity-keys', keys: ['member_ref', 'member_ref'] });
    expect(last('identity-keys')?.keys).toEqual(['member_ref']);
    received = [];
    tell({ type: 'view', language: 'en' });
    expect(last('identity-keys')?.keys).toEqual(['member_ref']);
  });

  test('stay when the recording is cleared, and are gone with the devtools page', async () => {
    tell({ type: 'identity-keys', keys: ['member_ref'] });
    tell({ type: 'clear' });
    host.receive(recorder, {
      type: 'exchanges',
      exchanges: [exchange({ at: 20, setCookie: [`${session({ session_id: 'b2', member_ref: 8 })}; path=/; HttpOnly`] })],
    });
    await pass();
    expect(events()).toEqual(['created signed-in']);
    host.receive(recorder, { type: 'record', browser: 'chromium' });
    expect(last('identity-keys')?.keys).toEqual([]);
  });
});
