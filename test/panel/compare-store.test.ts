import { describe, expect, test } from 'vitest';
import type { BrowserCookie } from '../../src/core/cookies/compare-store.ts';
import type { StoredCookie } from '../../src/core/cookies/storage.ts';
import { storeDomains, viewStores } from '../../src/core/report/store-comparison.ts';
import type { CookieStoreHost } from '../../src/panel/host.ts';
import { createCompareStore } from '../../src/panel/state/compare-store.ts';
import type { ToWorker } from '../../src/worker/protocol.ts';

const cookie = (fields: Partial<StoredCookie> = {}): StoredCookie => ({
  ...{ name: 's', value: 'secret-value', domain: 'app.example.test', hostOnly: true, path: '/', partition: null },
  ...{ secure: true, httpOnly: true, sameSite: 'Lax', createdAt: 0, expiresAt: null },
  ...fields,
});

function panel(
  predicted: readonly StoredCookie[],
  kept: readonly BrowserCookie[],
  host: Partial<CookieStoreHost> = {},
  page: string | null = 'app.example.test',
) {
  const asked: (readonly string[])[] = [];
  const store = createCompareStore(
    (message: ToWorker) => {
      if (message.type !== 'compare-store') return;
      const { request, host: page, kept: read, now } = message;
      const comparison = read && viewStores(page, predicted, read, { now, date: String });
      queueMicrotask(() => store.received({ type: 'store-compared', request, domains: storeDomains(page, predicted), comparison }));
    },
    {
      store: {
        request: async (hosts) => {
          asked.push(hosts);
          return true;
        },
        read: async () => kept,
        ...host,
      },
      inspectedHost: async () => page,
      now: () => 1_800_000_000_000,
    },
  );
  return { store, asked };
}

describe('comparing with the browser’s cookie store', () => {
  test('asks for the page’s host and for the domains above it that have cookies, and for no other', async () => {
    const wide = cookie({ domain: 'example.test', hostOnly: false });
    const { store, asked } = panel([cookie(), wide, cookie({ domain: 'elsewhere.test' })], []);
    await store.compare();
    expect(asked).toEqual([['app.example.test', 'example.test']]);
  });

  test('leaves out what cannot go to the host', async () => {
    const { store } = panel([cookie()], [cookie(), cookie({ domain: 'www.example.test' })]);
    await store.compare();
    expect(store.state.value).toMatchObject({ step: 'compared', host: 'app.example.test', comparison: { counts: { same: 1 } } });
  });

  test.each<[string, Partial<CookieStoreHost>, object]>([
    ['a refusal', { request: async () => false }, { step: 'refused' }],
    ['a browser that throws', { read: () => Promise.reject(new Error('no')) }, { step: 'failed', reason: 'unreadable' }],
  ])('ends with %s', async (_, host, wanted) => {
    const { store } = panel([], [], host);
    await store.compare();
    expect(store.state.value).toEqual(wanted);
  });

  test('has nothing to compare on a page without a host', async () => {
    const { store, asked } = panel([], [], {}, null);
    await store.compare();
    expect(store.state.value).toEqual({ step: 'failed', reason: 'no-host' });
    expect(asked).toEqual([]);
  });

  test('closed while the user is being asked, it stays closed', async () => {
    const { store } = panel([], []);
    const comparing = store.compare();
    store.dismiss();
    await comparing;
    expect(store.state.value).toEqual({ step: 'idle' });
  });
});

test('No sentence holds a value', () => {
  const changed = { value: 'other-value', httpOnly: false, sameSite: null, path: '/x', expiresAt: 1_900_000_000_000 } as const;
  const told = viewStores('app.example.test', [cookie(), cookie({ name: 'gone' })], [cookie(changed), cookie({ name: 'new' })], {
    ...{ now: 0, date: String },
  });
  expect(told.differences.map(({ kind }) => kind)).toEqual(['only-predicted', 'only-in-browser', 'different']);
  const texts = told.differences.map(({ text }) => text);
  expect(texts.join(' ')).not.toMatch(/secret-value|other-value/);
  expect(texts.at(-1)).toContain('Another value: 12 bytes predicted, 11 bytes in the browser.');
  expect(texts.at(-1)).toContain('1900000000000');
});
