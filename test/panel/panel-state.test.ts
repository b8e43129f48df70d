import { describe, expect, it } from 'vitest';
import type { PanelHost } from '../../src/panel/host.ts';
import { createPanelState } from '../../src/panel/state/panel-state.ts';
import type { FromWorker, ToWorker } from '../../src/worker/protocol.ts';
import { row } from './row.ts';

const hostWithoutPage: PanelHost = {
  browser: 'chrome',
  inspectedHost: async () => null,
  cookieStore: { request: async () => false, read: async () => [] },
  webRequest: null,
  revealInNetwork: null,
  reloadPage: () => {},
  layout: { kept: null, keep: () => {} },
  keptSecrets: { ids: async () => [], keep: async () => {}, forget: async () => {} },
};
const summary = { exchanges: 9, setting: 2, setCookies: 3, notRecorded: 0, malformed: 0 };

function connect(host: PanelHost = hostWithoutPage) {
  const sent: ToWorker[] = [];
  let answer: (message: FromWorker) => void = () => {};
  const port = {
    send: (message: ToWorker) => void sent.push(message),
    onMessage(listener: typeof answer) {
      answer = listener;
    },
  };
  const state = createPanelState(port, host, () => 'id');
  return { state, sent, answer: (message: FromWorker) => answer(message) };
}

describe('the panel’s state', () => {
  it('asks for everything there is when it starts, and claims nothing before the answer', () => {
    const { state, sent, answer } = connect();
    expect(sent).toEqual([{ type: 'view', language: 'en' }]);
    expect(state.connected.value).toBe(false);
    answer({ type: 'state', rows: [row('a')], summary, secrets: [], navigatedAt: 5 });
    expect(state.connected.value).toBe(true);
    expect(state.summary.value).toEqual(summary);
    expect(state.view.navigatedAt.value).toBe(5);
  });

  it('drops what it had when the whole state comes again', () => {
    const { state, answer } = connect();
    answer({ type: 'state', rows: [row('a')], summary, secrets: [], navigatedAt: null });
    state.selection.select(row('a'));
    answer({ type: 'state', rows: [row('b')], summary, secrets: [], navigatedAt: null });
    expect(state.rows.rows.value.map(({ id }) => id)).toEqual(['b']);
    expect(state.selection.selected.value).toBeNull();
  });

  it('names an export after the inspected page, and that of an opened file after what is in it', async () => {
    const { state, answer } = connect({ ...hostWithoutPage, inspectedHost: async () => 'page.test' });
    answer({ type: 'state', rows: [row('a', { host: 'shop.test' })], summary, secrets: [], navigatedAt: null });
    await state.exporting.show();
    expect(state.exporting.fileName.value).toContain('page.test');
    const shown = { name: 'case.har', example: false, creator: null, entries: 1, cookiesStripped: false, fault: null };
    answer({ type: 'recordings', shown, beside: null, importing: null, live: 0, failed: null });
    await state.exporting.show();
    expect(state.exporting.fileName.value).toContain('shop.test');
  });

  it('counts responses that set a session, not their lines', () => {
    const { state, answer } = connect();
    const rows = [
      row('a0', { exchangeId: 'a', line: 0 }),
      row('a1', { exchangeId: 'a', line: 1 }),
      row('b', { exchangeId: 'b', session: false }),
      row('c', { exchangeId: 'c', line: null }),
      row('d', { exchangeId: 'd' }),
    ];
    answer({ type: 'rows', rows, gone: [], summary, secrets: [], navigatedAt: null });
    expect(state.sessionResponses.value).toBe(2);
  });

  it('keeps the selection when rows come', () => {
    const { state, answer } = connect();
    answer({ type: 'state', rows: [row('a')], summary, secrets: [], navigatedAt: null });
    state.selection.select(row('a'));
    answer({ type: 'rows', rows: [row('b', { startedAt: 1 })], gone: [], summary, secrets: [], navigatedAt: null });
    expect(state.selection.selected.value?.id).toBe('a');
  });

  it('asks the worker to clear', () => {
    const { state, sent } = connect();
    state.clear();
    expect(sent.at(-1)).toEqual({ type: 'clear' });
  });

  it('shows the comparison when what was chosen to compare with is there, and leaves it when it is gone', () => {
    const { state, answer } = connect();
    const source = { name: 'b.har', example: false, creator: null, entries: 1, cookiesStripped: false, fault: null };
    const news = { type: 'recordings', shown: null, live: 1, importing: null, failed: null } as const;
    answer({ ...news, beside: source });
    expect(state.viewTab.value).toBe('compare');
    state.viewTab.value = 'cookies';
    answer({ ...news, live: 2, beside: source });
    expect(state.viewTab.value).toBe('cookies');
    state.viewTab.value = 'compare';
    answer({ ...news, beside: null });
    expect(state.viewTab.value).toBe('responses');
  });
});
