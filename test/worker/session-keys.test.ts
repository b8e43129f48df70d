import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Session, sealSession } from '../../demo/rails-session.mjs';
import { exchangeFromEntry } from '../../src/core/http/har.ts';
import { Host } from '../../src/worker/host.ts';
import type { FromWorker, ToWorker } from '../../src/worker/protocol.ts';

const secret = 'demo secret key base '.repeat(4);
const name = '_app_session';
const sealed = (session: Session) => `${name}=${sealSession(session, { secret, name })}`;
const exchange = (number: number, set: Session | null, carried: Session | null = null) =>
  exchangeFromEntry(
    {
      startedDateTime: new Date(Date.UTC(2026, 0, 1) + number * 1000).toISOString(),
      request: {
        method: 'GET',
        url: `http://app.test/${number}`,
        headers: carried === null ? [] : [{ name: 'Cookie', value: sealed(carried) }],
      },
      response: { status: 200, headers: set === null ? [] : [{ name: 'Set-Cookie', value: `${sealed(set)}; path=/` }] },
    },
    0,
  );

describe('the keys of opened sessions', () => {
  let host: Host;
  let received: FromWorker[];
  const view = (message: FromWorker) => void received.push(message);
  const tell = (message: ToWorker) => host.receive(view, message);
  const keys = (request: number) => {
    const answer = received.find((one) => one.type === 'session-keys' && one.request === request);
    return answer?.type === 'session-keys' ? answer.keys.map(({ value, count }) => `${value} ${count}`).join(', ') : null;
  };
  const open = async () => {
    tell({ type: 'add-secret', id: 's', label: 'current', text: secret, options: {} });
    await vi.waitFor(() =>
      expect(received.some((one) => one.type === 'rows' && one.rows.some(({ reading }) => reading === 'opened'))).toBe(true),
    );
  };
  beforeEach(() => {
    host = new Host();
    received = [];
    host.receive(() => {}, { type: 'record', browser: 'chromium' });
    tell({ type: 'view', language: 'en' });
  });
  afterEach(() => tell({ type: 'leave' }));

  test('are those of every response at every depth, whether it changed them or not, with how many hold them', async () => {
    const cart = { Items: [{ sku: 'a' }] };
    tell({ type: 'exchanges', exchanges: [exchange(1, { cart }), exchange(2, { cart, user: 1 }, { cart }), exchange(3, { user: 1 })] });
    await open();
    tell({ type: 'session-keys', request: 1 });
    await vi.waitFor(() => expect(keys(1)).toBe('Items 2, cart 2, sku 2, user 2'));
  });

  test('are none where nothing is opened', async () => {
    tell({ type: 'exchanges', exchanges: [exchange(1, { cart: 1 })] });
    tell({ type: 'session-keys', request: 1 });
    await vi.waitFor(() => expect(keys(1)).toBe(''));
  });

  test('are told of the last question alone, and of many responses in slices', async () => {
    tell({ type: 'exchanges', exchanges: Array.from({ length: 400 }, (_, number) => exchange(number, { cart: number })) });
    await open();
    await vi.waitFor(() => expect(received.filter((one) => one.type === 'rows').flatMap((one) => one.rows).length).toBeGreaterThan(400));
    tell({ type: 'session-keys', request: 1 });
    tell({ type: 'session-keys', request: 2 });
    await vi.waitFor(() => expect(keys(2)).toMatch(/^cart \d+$/));
  });
});
