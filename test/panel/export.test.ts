import { describe, expect, test } from 'vitest';
import type { ExportFormat } from '../../src/core/report/print-export.ts';
import type { Redaction } from '../../src/core/report/redact.ts';
import { createExportStore } from '../../src/panel/state/export.ts';
import { createRowsStore } from '../../src/panel/state/rows.ts';
import { createViewStore } from '../../src/panel/state/view.ts';
import { exportFileName, fileNameText, remainsText } from '../../src/panel/text/export.ts';
import type { ToWorker } from '../../src/worker/protocol.ts';
import { row } from './row.ts';

function storeWith(host: string | null) {
  const sent: ToWorker[] = [];
  const rows = createRowsStore();
  const view = createViewStore(rows);
  return { sent, rows, view, store: createExportStore((message) => sent.push(message), { view, liveHost: async () => host }) };
}

describe('the name of the file', () => {
  test.each<[host: string | null, at: number | null, name: string]>([
    ['app.test', Date.UTC(2026, 0, 15, 23), 'sessionscope-app.test-2026-01-15'],
    [null, Date.UTC(2026, 0, 15), 'sessionscope-2026-01-15'],
    ['app.test', null, 'sessionscope-app.test'],
    ['app.test', 1e300, 'sessionscope-app.test'],
  ])('of %j at %j is %s', (host, at, name) => {
    expect(exportFileName(host, at)).toBe(name);
  });

  test.each([
    ['../../etc/passwd', '-..-etc-passwd'],
    ['a:b*c?"d"<e>|f\\g', 'a-b-c--d--e--f-g'],
    ['a\u202egpj', 'a-gpj'],
    [' . ', 'sessionscope'],
    ['x'.repeat(300), 'x'.repeat(120)],
  ])('%j becomes %j, which every file system takes', (typed, name) => {
    expect(fileNameText(typed)).toBe(name);
  });
});

test('every choice says what remains in the file, each in words of its own', () => {
  for (const format of ['har', 'json', 'markdown', 'html'] satisfies ExportFormat[]) {
    const texts = (['none', 'mask', 'remove'] satisfies Redaction[]).map((redaction) => remainsText(format, redaction));
    expect(new Set(texts).size).toBe(3);
    for (const text of texts) expect(text).toMatch(/\.$/);
  }
});

describe('an export', () => {
  test('masks unless it is told otherwise, and covers everything', async () => {
    const { sent, store } = storeWith(null);
    void store.make();
    expect(sent).toEqual([{ type: 'export', request: 1, choice: { format: 'har', redaction: 'mask', rowIds: null } }]);
    expect(store.step.value).toBe('working');
  });

  test('of the shown rows names them', () => {
    const { sent, rows, view, store } = storeWith(null);
    rows.replace([row('a#0', { cookie: 'one' }), row('b#0', { cookie: 'two' })]);
    view.filter.value = 'two';
    store.shownOnly.value = true;
    void store.make();
    expect(sent).toMatchObject([{ choice: { rowIds: ['b#0'] } }]);
  });

  test('gives its text, and null where the worker could not make one', async () => {
    const { store } = storeWith(null);
    const made = store.make();
    store.received(1, 'text');
    expect(await made).toBe('text');
    expect(store.step.value).toBe('idle');
    const failed = store.make();
    store.received(2, null);
    expect(await failed).toBeNull();
    expect(store.step.value).toBe('failed');
  });

  test('of which another was asked for meanwhile gives nothing, and its late answer is dropped', async () => {
    const { store } = storeWith(null);
    const first = store.make();
    const second = store.make();
    expect(await first).toBeNull();
    store.received(1, 'old');
    store.received(2, 'new');
    expect(await second).toBe('new');
  });

  test('is named after the inspected host, and keeps what was typed', async () => {
    const { rows, store } = storeWith('shop.test');
    rows.replace([row('a#0', { startedAt: Date.UTC(2026, 0, 15) })]);
    await store.show();
    expect(store.open.value).toBe(true);
    expect(store.fileName.value).toBe('sessionscope-shop.test-2026-01-15');
    store.nameFile('mine');
    await store.show();
    expect(store.fileName.value).toBe('mine');
  });
});
