import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { HistoryView } from '../../../src/core/report/history-view.ts';
import { needleName } from '../../../src/panel/state/filter/read-filter.ts';
import type { Found } from '../../../src/panel/state/filter/row-passes.ts';
import { createHistoryStore } from '../../../src/panel/state/history.ts';
import { createHistoryFilter } from '../../../src/panel/state/history-filter.ts';
import { listedParents } from '../../../src/panel/state/listed-parents.ts';
import { createRowsStore } from '../../../src/panel/state/rows.ts';
import { row } from '../row.ts';
import { version } from '../version.ts';

const findingKinds = [{ kind: 'lost-update', severity: 'error', cookie: '_app_session' }] as const;
const VERSIONS = [
  version('v1', { root: true, setBy: [], id: 'x#request', events: [], wire: 200 }),
  version('v2', {
    parent: 'x#request',
    events: [
      { kind: 'signed-in', count: 1 },
      { kind: 'reset', count: 1 },
    ],
    identities: [{ key: 'warden.user.user.key', id: '42', scope: 'user' }],
  }),
  version('v3', { parent: 'v2#0', wire: 4200, refused: 'too-large', events: [{ kind: 'refused', count: 1 }], state: 'sealed' }),
  version('v4', { parent: 'v2#0', events: [{ kind: 'forked', count: 1 }], change: { added: ['cart'], removed: [], changed: [] } }),
  version('v5', { parent: 'v4#0', events: [{ kind: 'rewritten-unchanged', count: 2 }], setBy: ['v5#0', 'late#0'] }),
  version('v6', { parent: 'v5#0', events: [{ kind: 'cleared', count: 1 }], deleted: true, wire: 30, state: null }),
];
const ROWS = [
  row('v2#0', { method: 'POST', path: '/sign_in', status: 302 }),
  row('v3#0', { path: '/cart', host: 'shop.test' }),
  row('v4#0', { path: '/cart', findingKinds }),
  row('v5#0', { path: '/' }),
  row('late#0', { path: '/late', status: 500 }),
  row('v6#0', { method: 'DELETE', path: '/sign_out' }),
];
const IN_VALUES: Record<string, readonly string[]> = {
  'key cart': ['v4#0', 'late#0'],
  'key old': ['unseen x#request'],
  'text blue': ['v4#0'],
};
const found: Found = { has: (needle, id) => IN_VALUES[needleName(needle)]?.includes(id) === true, lost: new Set(['v6#0']) };
const HISTORY: HistoryView = { id: 'app.test _app_session', site: 'app.test', name: '_app_session', versions: VERSIONS };

function filtered(text: string) {
  const rows = createRowsStore();
  rows.replace(ROWS);
  const history = createHistoryStore(
    () => {},
    signal(() => false),
    createHistoryFilter(rows, signal(found)),
  );
  history.received([HISTORY]);
  history.filter.filter.value = text;
  return { history, rows, left: () => history.listed.value.map(({ label }) => label).join(' ') };
}

describe('the filter of the History view', () => {
  it.each([
    ['event:signed-in', 'v2', 'what happened'],
    ['event:reset', 'v2', 'each of several events'],
    ['event:unchanged', 'v5', 'by the word of the log'],
    ['event:forked', 'v4', 'what only a history knows'],
    ['event:not-seen', 'v1', 'what no response set'],
    ['event:logged-out', 'v6', 'the row that shows a logout'],
    ['key:cart', 'v4 v5', 'the row that set it first, and one that set it later'],
    ['key:old', 'v1', 'a version that no row set'],
    ['is:deleted', 'v6', 'a deletion'],
    ['is:refused', 'v3', 'what the browser refused'],
    ['is:sealed', 'v3', 'what no secret opens'],
    ['is:session', 'v1 v2 v3 v4 v5 v6', 'every version'],
    ['size:>4096', 'v3', 'its size'],
    ['size:<100', '', 'a deletion has none'],
    ['status:5xx', 'v5', 'any response that set it'],
    ['method:post', 'v2', 'method'],
    ['path:cart', 'v3 v4', 'path'],
    ['domain:shop', 'v3', 'host'],
    ['finding:lost-update', 'v4', 'a finding'],
    ['cookie:app', 'v1 v2 v3 v4 v5 v6', 'the cookie that shows'],
    ['cookie:other', '', 'not another'],
    ['blue', 'v4', 'text in opened values'],
    ['"user 42"', 'v2', 'who is signed in'],
    ['cart', 'v3 v4', 'a key that changed, or a path'],
    ['v3', 'v3', 'its name'],
    ['-path:cart -event:not-seen', 'v2 v5 v6', 'not these'],
    ['path:cart finding:error', 'v4', 'both'],
    ['event:nonsense', 'v1 v2 v3 v4 v5 v6', 'what cannot be understood hides nothing'],
  ])('%s leaves “%s”: %s', (text, expected) => {
    expect(filtered(text).left()).toBe(expected);
  });

  it('hides nothing by the very same array, and leaves what the chart shows whole', () => {
    const { history } = filtered('');
    expect(history.listed.value).toBe(history.unfiltered.value);
    history.filter.filter.value = 'event:forked';
    expect(history.unfiltered.value).toHaveLength(6);
  });

  it('looks again when a row that set a version has changed', () => {
    const { rows, left } = filtered('status:404');
    expect(left()).toBe('');
    rows.upsert([row('v4#0', { status: 404 })], []);
    expect(left()).toBe('v4');
  });

  it('names a word that the view does not know', () => {
    const { history } = filtered('event:nonsense');
    expect(history.filter.wanted.value.terms[0]?.fault).toBe('event');
  });

  it('moves the keyboard among what passes', () => {
    const { history } = filtered('path:cart');
    history.move(-9);
    history.move(9);
    expect(history.active.value).toBe('v4#0');
  });

  it('completes events that occur, and what the responses are', () => {
    const { history } = filtered('');
    const values = (token: 'event' | 'status' | 'size') => history.filter.valuesOf(token, VERSIONS).map(({ value }) => value);
    expect(values('event')).toEqual(['cleared', 'forked', 'logged-out', 'not-seen', 'refused', 'reset', 'signed-in', 'unchanged']);
    expect(values('status')).toContain('302');
    expect(values('size')).toContain('>4096');
  });

  it('draws a version from its nearest ancestor that is listed, and says that some are skipped', () => {
    const listed = VERSIONS.filter(({ label }) => ['v2', 'v4', 'v6'].includes(label));
    expect([...listedParents(VERSIONS, listed)].filter(([id]) => listed.some((one) => one.id === id))).toEqual([
      ['v4#0', { row: 0, skips: false }],
      ['v6#0', { row: 1, skips: true }],
    ]);
  });
});
