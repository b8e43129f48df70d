import { describe, expect, it } from 'vitest';
import type { ResponseRow } from '../../src/core/report/response-row.ts';
import type { FindingFilter } from '../../src/panel/state/cookie-filter.ts';
import { COOKIE_COLUMN_IDS, type CookieColumn, nextSort } from '../../src/panel/state/cookie-order.ts';
import { CookieTally } from '../../src/panel/state/cookie-tally.ts';
import { createCookiesStore } from '../../src/panel/state/cookies.ts';
import { createRowsStore } from '../../src/panel/state/rows.ts';
import { createTableLayout, toggleColumn } from '../../src/panel/state/table-layout.ts';
import { createViewStore } from '../../src/panel/state/view.ts';
import type { ToWorker } from '../../src/worker/protocol.ts';
import { cookieRows } from '../core/report/cookie-rows.ts';
import { row } from './row.ts';

const finding = (kind: 'missing-secure' | 'near-limit', severity: 'error' | 'warning' | 'info', cookie: string) =>
  ({ kind, severity, cookie }) as const;

const ROWS = cookieRows([
  ['b_session=12345; path=/; HttpOnly', { session: true, findings: [finding('near-limit', 'warning', 'b_session')] }],
  ['Theme=1; path=/; Max-Age=60; Domain=shop.test', { url: 'https://shop.test/' }],
  ['a=123; path=/; Max-Age=3600', { findings: [finding('missing-secure', 'error', 'a')] }],
  ['a=1; path=/; Max-Age=3600; HttpOnly', { stored: { outcome: 'refused', reason: 'prefix' } }],
]);

function stores(rows: readonly ResponseRow[] = ROWS) {
  const sent: ToWorker[] = [];
  const store = createRowsStore();
  store.replace(rows);
  const view = createViewStore(store);
  const layout = createTableLayout(COOKIE_COLUMN_IDS, null);
  const cookies = createCookiesStore(store, view, (message) => void sent.push(message), layout);
  const names = (): string => cookies.visible.value.map(({ name }) => name).join(' ');
  return { store, view, cookies, layout, names, sent };
}

describe('the Cookies view', () => {
  it.each<[CookieColumn, string, string, string]>([
    ['name', 'a b_session Theme', 'Theme b_session a', 'in any letter case'],
    ['domain', 'b_session a Theme', 'Theme b_session a', 'what is equal keeps the default order'],
    ['httpOnly', 'Theme a b_session', 'b_session a Theme', 'by the share of responses'],
    ['lifetime', 'b_session Theme a', 'a Theme b_session', 'a cookie that ends with the browser is the shortest'],
    ['sizeMost', 'a Theme b_session', 'b_session Theme a', 'bytes'],
    ['set', 'b_session Theme a', 'a b_session Theme', 'times'],
    ['refused', 'b_session Theme a', 'a b_session Theme', 'times'],
    ['findings', 'Theme b_session a', 'a b_session Theme', 'an error weighs more than a warning'],
  ])('sorts by %s: %s, or %s (%s)', (column, ascending, descending) => {
    const { cookies, names } = stores();
    cookies.sort.value = { column, descending: false };
    expect(names()).toBe(ascending);
    cookies.sort.value = { column, descending: true };
    expect(names()).toBe(descending);
  });

  it.each<[CookieColumn, readonly (boolean | null)[]]>([
    ['name', [false, true, null]],
    ['sizeNow', [true, false, null]],
  ])('a click on the head of %s sorts one way, then the other, then not', (column, directions) => {
    let sort = nextSort({ column: 'path', descending: true }, column);
    for (const descending of directions) {
      expect(sort?.descending ?? null).toBe(descending);
      sort = nextSort(sort, column);
    }
  });

  it.each<[string, FindingFilter, string]>([
    ['', 'all', 'b_session Theme a'],
    ['theme', 'all', 'Theme'],
    ['shop.test', 'all', 'Theme'],
    ['app.test session', 'all', 'b_session'],
    ['', 'any', 'b_session a'],
    ['', 'error', 'a'],
    ['', 'near-limit', 'b_session'],
    ['', 'silent-drop', ''],
    ['theme', 'any', ''],
  ])('the text “%s” and the finding %s leave “%s”', (text, kind, left) => {
    const { cookies, names } = stores();
    cookies.filter.value = text;
    cookies.finding.value = kind;
    expect(names()).toBe(left);
  });

  it('offers the kinds that occur with how many cookies have them, and keeps the chosen one', () => {
    const { cookies } = stores();
    cookies.finding.value = 'silent-drop';
    expect(cookies.choices.value.map(({ filter, count }) => `${filter} ${count}`)).toEqual([
      'all 3',
      'any 2',
      'error 1',
      'missing-secure 1',
      'near-limit 1',
      'silent-drop 0',
    ]);
  });

  it('shows what a paused table holds, and of the newest page alone without Preserve log', () => {
    const { store, view, names } = stores();
    view.togglePause();
    store.upsert(
      cookieRows([['new=1']]).map((each) => ({ ...each, id: 'new', startedAt: each.startedAt + 90_000 })),
      [],
    );
    expect(names()).toBe('b_session Theme a');
    view.togglePause();
    view.preserveLog.value = false;
    view.navigatedAt.value = (ROWS[0]?.startedAt ?? 0) + 90_000;
    expect(names()).toBe('new');
  });

  it('does not follow the filter of Responses', () => {
    const { view, names } = stores();
    view.filter.value = 'theme';
    view.toggleSessionOnly();
    expect(names()).toBe('b_session Theme a');
  });

  it.each<[string, (state: ReturnType<typeof stores>) => void, string | null]>([
    ['cookies show', () => {}, null],
    ['nothing was recorded', ({ store }) => store.replace([]), 'no-cookie'],
    ['no response sets a cookie', ({ store }) => store.replace([row('note', { line: null, cookie: null })]), 'no-cookie'],
    ['the text matches nothing', ({ cookies }) => Object.assign(cookies.filter, { value: 'nothing' }), 'filter'],
    ['no cookie has the finding', ({ cookies }) => Object.assign(cookies.finding, { value: 'silent-drop' }), 'finding'],
    [
      'all rows are from before the navigation',
      ({ view }) => {
        view.preserveLog.value = false;
        view.navigatedAt.value = Number.MAX_VALUE;
      },
      'hidden',
    ],
  ])('says why it is empty: %s', (_, act, reason) => {
    const state = stores();
    act(state);
    expect(state.cookies.emptyReason.value).toBe(reason);
  });
});

describe('cells', () => {
  it('move by arrows from the head to the last row and from edge to edge', () => {
    const { cookies } = stores();
    const at = (): string =>
      `${cookies.visible.value.find(({ id }) => id === cookies.active.value?.id)?.name ?? 'head'} ${cookies.active.value?.column}`;
    cookies.move(1, 0);
    expect(at()).toBe('b_session name');
    cookies.move(1, 1);
    expect(at()).toBe('Theme domain');
    cookies.move(99, 99);
    expect(at()).toBe('a findings');
    cookies.move(-99, -99);
    expect(at()).toBe('head name');
    cookies.move(1, 0);
    expect(at()).toBe('b_session name');
  });

  it.each<[string, number, number, string]>([
    ['down to the first row', 1, 0, 'b_session name'],
    ['up to the last one', -1, 0, 'a name'],
    ['right to the second column', 0, 1, 'b_session domain'],
    ['left to the first', 0, -1, 'b_session name'],
    ['End to the last column', 0, 12, 'b_session findings'],
    ['Home to the first', 0, -12, 'b_session name'],
    ['Ctrl+End to the last cell', 4, 12, 'a findings'],
    ['Ctrl+Home to the head', -4, -12, 'head name'],
    ['Page Down by a page', 2, 0, 'Theme name'],
  ])('move at once from none: %s', (_, down, right, expected) => {
    const { cookies } = stores();
    cookies.move(down, right);
    const { id, column } = cookies.active.value ?? { id: null, column: '' };
    expect(`${cookies.visible.value.find((each) => each.id === id)?.name ?? 'head'} ${column}`).toBe(expected);
  });

  it('are those of the columns that show', () => {
    const { cookies, layout } = stores();
    toggleColumn(layout, 'name', COOKIE_COLUMN_IDS);
    toggleColumn(layout, 'domain', COOKIE_COLUMN_IDS);
    expect(cookies.columns.value).toEqual(COOKIE_COLUMN_IDS.slice(2));
    cookies.move(1, 0);
    expect(cookies.active.value?.column).toBe('path');
    cookies.move(0, 1);
    toggleColumn(layout, 'httpOnly', COOKIE_COLUMN_IDS);
    cookies.move(0, 1);
    expect(cookies.active.value?.column).toBe('path');
    cookies.move(0, 99);
    expect(cookies.active.value?.column).toBe('findings');
  });

  it('open and stay open while a filter hides the cookie, and go with it', () => {
    const { store, cookies } = stores();
    cookies.open({ id: cookies.visible.value[0]?.id ?? '', column: 'secure' });
    cookies.filter.value = 'nothing';
    expect(cookies.opened.value?.cookie.name).toBe('b_session');
    store.replace([]);
    expect(cookies.opened.value).toBeNull();
  });

  it('ask for the findings they show, and take the answer', () => {
    const { cookies, sent } = stores();
    cookies.askFindings(['x0#0']);
    expect(sent).toEqual([{ type: 'findings', rowIds: ['x0#0'] }]);
    const found = { rowId: 'x0#0', findings: [], applications: new Map() };
    cookies.findingsRead([found]);
    expect(cookies.findings.value.get('x0#0')).toEqual(found);
  });
});

describe('the tab’s count', () => {
  it('follows rows as they come, change and go', () => {
    const { store } = stores();
    expect(store.cookies.value).toEqual({ cookies: 3, worst: 'error' });
    const [session, theme, , refused] = ROWS;
    store.upsert([], ['x2#0']);
    expect(store.cookies.value).toEqual({ cookies: 3, worst: 'warning' });
    if (session && theme && refused) store.upsert([{ ...session, findingKinds: [] }], [theme.id, refused.id]);
    expect(store.cookies.value).toEqual({ cookies: 1, worst: null });
  });

  it('leaves requests without a cookie out', () => {
    const tally = new CookieTally();
    tally.add(row('note', { line: null, cookie: null, findingKinds: [finding('near-limit', 'error', 'x')] }));
    expect(tally.count).toEqual({ cookies: 0, worst: null });
  });
});
