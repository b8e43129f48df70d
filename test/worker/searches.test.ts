import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Session, sealSession } from '../../demo/rails-session.mjs';
import { exchangeFromEntry } from '../../src/core/http/har.ts';
import { unseenId } from '../../src/core/report/row-id.ts';
import type { Needle } from '../../src/core/report/session-search.ts';
import { Host } from '../../src/worker/host.ts';
import type { FromWorker, ToWorker } from '../../src/worker/protocol.ts';

const secret = 'demo secret key base '.repeat(4);
const exchange = (number: number, session: Session) =>
  exchangeFromEntry(
    {
      startedDateTime: new Date(Date.UTC(2026, 0, 1) + number * 1000).toISOString(),
      request: { method: 'GET', url: `http://app.test/${number}`, headers: [] },
      response: {
        status: 200,
        headers: [{ name: 'Set-Cookie', value: `_app_session=${sealSession(session, { secret, name: '_app_session' })}; path=/` }],
      },
    },
    0,
  );
const cart: Needle = { kind: 'key', text: 'cart' };
const blue: Needle = { kind: 'text', text: 'blue' };

describe('a search in the worker', () => {
  let host: Host;
  let received: FromWorker[];
  const view = (message: FromWorker) => void received.push(message);
  const tell = (message: ToWorker) => host.receive(view, message);
  const found = (request: number) => received.filter((one) => one.type === 'found').filter((one) => one.request === request);
  const pathsById = () => {
    const rows = received.flatMap((one) => (one.type === 'rows' || one.type === 'state' ? one.rows : []));
    return new Map(rows.map(({ id, path }) => [id, path]));
  };
  /** Paths by needles, as the messages leave it. */
  const held = (request: number) => {
    const ids = new Map(found(request).flatMap(({ rows }) => rows.map(({ rowId, needles }) => [rowId, needles.join('')])));
    const paths = pathsById();
    return [...ids].flatMap(([id, needles]) => (needles === '' ? [] : [`${paths.get(id)} ${needles}`])).sort();
  };
  /** In the order in which they were found. */
  const pathsFound = (request: number) => {
    const paths = pathsById();
    return found(request).map((message) => message.rows.map(({ rowId }) => paths.get(rowId)).join(' '));
  };
  const record = (...exchanges: readonly ReturnType<typeof exchange>[]) => tell({ type: 'exchanges', exchanges });
  const addSecret = () => tell({ type: 'add-secret', id: 's', label: 'current', text: secret, options: {} });

  beforeEach(() => {
    host = new Host();
    received = [];
    host.receive(() => {}, { type: 'record', browser: 'chromium' });
    tell({ type: 'view', language: 'en' });
  });
  afterEach(() => tell({ type: 'leave' }));

  test('finds nothing in a sealed session, and tells when it is opened', async () => {
    record(exchange(1, { cart: ['Blue'] }), exchange(2, { user: 1 }));
    tell({ type: 'search', request: 1, needles: [cart, blue] });
    await vi.waitFor(() => expect(found(1).at(-1)?.done).toBe(true));
    expect(held(1)).toEqual([]);
    addSecret();
    await vi.waitFor(() => expect(held(1)).toEqual(['/1 01']));
    tell({ type: 'forget-secret', id: null });
    await vi.waitFor(() => expect(held(1)).toEqual([]));
  });

  test('finds what a request carried and no response was seen to set, while the histories show', async () => {
    addSecret();
    const Cookie = `_app_session=${sealSession({ cart: ['Blue'] }, { secret, name: '_app_session' })}`;
    const carrying = exchangeFromEntry(
      {
        startedDateTime: '2026-01-01T00:00:00Z',
        request: { method: 'GET', url: 'http://app.test/', headers: [{ name: 'Cookie', value: Cookie }] },
        response: { status: 200, headers: [] },
      },
      0,
    );
    record(carrying);
    tell({ type: 'search', request: 1, needles: [cart, blue] });
    tell({ type: 'history', on: true });
    const versions = () => received.flatMap((one) => (one.type === 'history' ? one.histories : [])).at(-1)?.versions ?? [];
    const ids = () => found(1).flatMap(({ rows }) => rows);
    await vi.waitFor(() => expect(ids().at(-1)).toEqual({ rowId: unseenId(versions()[0]?.id ?? ''), needles: [0, 1] }), 5000);
    // The next search knows of it from the start.
    tell({ type: 'search', request: 2, needles: [blue] });
    await vi.waitFor(() => expect(found(2).at(-1)).toMatchObject({ rows: [{ needles: [0] }], done: true }));
    const carrier = received.flatMap((one) => (one.type === 'state' || one.type === 'rows' ? one.rows : []))[0];
    expect(found(2).flatMap(({ rows }) => rows)).not.toContainEqual({ rowId: carrier?.id, needles: [0] });
  });

  test('goes on with the rows that come, and tells of them before they show', async () => {
    addSecret();
    tell({ type: 'search', request: 1, needles: [cart] });
    record(exchange(1, { cart: [] }));
    await vi.waitFor(() => expect(held(1)).toEqual(['/1 0']));
    const news = received.findIndex((one) => one.type === 'found' && one.rows.length > 0);
    const opened = received.findIndex((one) => one.type === 'rows' && one.rows.some(({ reading }) => reading === 'opened'));
    expect(news).toBeLessThan(opened);
  });

  test('ends when another takes its place, and with the view', async () => {
    addSecret();
    tell({ type: 'search', request: 1, needles: [cart] });
    tell({ type: 'search', request: 2, needles: [] });
    record(exchange(1, { cart: [] }));
    await vi.waitFor(() => expect(received.some((one) => one.type === 'rows' && one.rows.length > 0)).toBe(true));
    expect([...found(1), ...found(2)].flatMap(({ rows }) => rows)).toEqual([]);
  });

  test('goes through rows in slices, the newest first, between which the worker does what else there is', async () => {
    addSecret();
    record(...[1, 2, 3].map((number) => exchange(number, { cart: [number] })));
    await vi.waitFor(() => expect(received.flatMap((one) => (one.type === 'rows' ? one.rows : [])).at(-1)?.reading).toBe('opened'));
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 200));
    tell({ type: 'search', request: 1, needles: [cart] });
    await vi.waitFor(() => expect(found(1).at(-1)?.done).toBe(true));
    expect(pathsFound(1)).toEqual(['/3', '/2', '/1']);
    expect(found(1).map(({ done }) => done)).toEqual([false, false, true]);
    clock.mockRestore();
  });

  test('looks for nothing that another key takes back at once', async () => {
    addSecret();
    record(exchange(1, { cart: [] }));
    await vi.waitFor(() => expect(received.flatMap((one) => (one.type === 'rows' ? one.rows : [])).at(-1)?.reading).toBe('opened'));
    for (const request of [1, 2, 3]) tell({ type: 'search', request, needles: [cart] });
    await vi.waitFor(() => expect(found(3).at(-1)?.done).toBe(true));
    expect([...found(1), ...found(2)]).toEqual([]);
    expect(held(3)).toEqual(['/1 0']);
  });
});
