import { describe, expect, it } from 'vitest';
import type { ResponseRow } from '../../src/core/report/response-row.ts';
import { readFilter } from '../../src/panel/state/filter/read-filter.ts';
import { filterRows, NOTHING_FOUND } from '../../src/panel/state/filter/row-passes.ts';
import { createRowsStore, type RowsStore } from '../../src/panel/state/rows.ts';
import { createViewStore, type ViewStore } from '../../src/panel/state/view.ts';
import { row } from './row.ts';

const ids = (rows: readonly ResponseRow[]): string => rows.map(({ id }) => id).join(' ');

const ROWS = [
  row('sign-in', { startedAt: 1, path: '/sign_in' }),
  row('theme', { startedAt: 2, path: '/', cookie: 'Theme', session: false }),
  row('note', {
    startedAt: 3,
    path: '/cart',
    host: 'shop.test',
    cookie: null,
    line: null,
    notes: [{ kind: 'not-recorded', cookies: ['_old'] }],
  }),
];

describe('the text filter', () => {
  it.each([
    ['', 'sign-in theme note', 'nothing to filter by'],
    ['  ', 'sign-in theme note', 'white space is nothing'],
    ['theme', 'theme', 'name, in any letter case'],
    ['SIGN', 'sign-in', 'path, in any letter case'],
    ['shop.test', 'note', 'host'],
    ['_old', 'note', 'name in a note'],
    ['app session', 'sign-in', 'every word must occur'],
    ['cart app.test', '', 'words of different rows do not count'],
    ['__proto__', '', 'any text is just text'],
  ])('“%s” leaves “%s”: %s', (text, left) => {
    expect(ids(filterRows(ROWS, readFilter(text), NOTHING_FOUND))).toBe(left);
  });

  it('gives the very same array when nothing can be hidden', () => {
    expect(filterRows(ROWS, readFilter('size: is:'), NOTHING_FOUND)).toBe(ROWS);
  });
});

function views(): { store: RowsStore; view: ViewStore } {
  const store = createRowsStore();
  store.replace(ROWS);
  return { store, view: createViewStore(store) };
}

describe('the view', () => {
  it('shows session rows alone when asked', () => {
    const { view } = views();
    view.toggleSessionOnly();
    expect(ids(view.visible.value)).toBe('sign-in note');
    expect(view.filter.value).toBe('is:session');
  });

  it.each<[string, boolean, string, string]>([
    ['', false, 'is:session', 'a chip of its own'],
    ['method:GET "a b', false, 'is:session method:GET "a b', 'before a quote that is open'],
    ['-is:session cart', false, 'is:session cart', 'in place of its opposite'],
    ['is:session cart', true, 'cart', 'and out again'],
    ['cart IS:"session" -method:GET', true, 'cart -method:GET', 'however it was typed'],
    ['is:sess', true, '', 'or begun'],
    ['is:se', false, 'is:session is:se', 'not what may be another word'],
  ])('the switch is a term of the filter: %j is %s, then %j (%s)', (before, on, after) => {
    const { view } = views();
    view.filter.value = before;
    expect(view.sessionOnly.value).toBe(on);
    view.toggleSessionOnly();
    expect(view.filter.value).toBe(after);
    expect(view.sessionOnly.value).toBe(!on);
  });

  it('hides rows from before the navigation only without Preserve log', () => {
    const { view } = views();
    view.navigatedAt.value = 2;
    expect(ids(view.visible.value)).toBe('sign-in theme note');
    view.preserveLog.value = false;
    expect(ids(view.visible.value)).toBe('theme note');
  });

  it('shows no new rows while paused, counts them, and shows them on resume', () => {
    const { store, view } = views();
    view.togglePause();
    store.upsert([row('new', { startedAt: 4 })], []);
    expect(ids(view.visible.value)).toBe('sign-in theme note');
    expect(view.cameWhilePaused.value).toBe(1);
    view.togglePause();
    expect(ids(view.visible.value)).toBe('sign-in theme note new');
    expect(view.cameWhilePaused.value).toBe(0);
  });

  it('tells other views what is hidden: by its row, and without one by its time', () => {
    const { store, view } = views();
    const hidden = () => (['sign-in', 'note', 'new'] as const).filter((id) => view.hides.value(id, 1));
    expect(hidden()).toEqual([]);
    view.togglePause();
    store.upsert([row('new', { startedAt: 4 })], []);
    expect(hidden()).toEqual(['new']);
    view.togglePause();
    view.navigatedAt.value = 2;
    view.preserveLog.value = false;
    expect(hidden()).toEqual(['sign-in']);
    expect(view.hides.value('unknown', 1)).toBe(true);
    expect(view.hides.value('unknown', 3)).toBe(false);
  });

  it('takes changes of the rows that a paused table shows: a forgotten secret re-seals them at once', () => {
    const { store, view } = views();
    view.togglePause();
    store.upsert([row('sign-in', { startedAt: 1, path: '/sign_in', change: { event: 'sealed' } })], ['theme']);
    expect(ids(view.visible.value)).toBe('sign-in note');
    expect(view.visible.value[0]?.change).toEqual({ event: 'sealed' });
  });

  it('stays paused on what there is when the recording is replaced', () => {
    const { store, view } = views();
    view.togglePause();
    store.replace([]);
    view.recordingReplaced();
    store.upsert([row('new')], []);
    expect(view.visible.value).toEqual([]);
    expect(view.cameWhilePaused.value).toBe(1);
    expect(view.emptyReason.value).toBe('paused');
  });

  it('takes everything away that hides rows', () => {
    const { view } = views();
    view.filter.value = 'nothing';
    view.toggleSessionOnly();
    view.navigatedAt.value = 9;
    view.preserveLog.value = false;
    view.togglePause();
    view.showEverything();
    expect(ids(view.visible.value)).toBe('sign-in theme note');
  });
});

describe('why the table is empty', () => {
  it.each<[string, (view: ViewStore, store: RowsStore) => void, string | null]>([
    ['rows show', () => {}, null],
    ['nothing was recorded', (_, store) => store.replace([]), 'nothing-recorded'],
    ['the filter matches nothing', (view) => Object.assign(view.filter, { value: 'nothing' }), 'filter'],
    [
      'no row touches a session',
      (view, store) => {
        store.replace([row('theme', { session: false })]);
        view.toggleSessionOnly();
      },
      'session-only',
    ],
    [
      'all is from before the navigation',
      (view) => {
        view.navigatedAt.value = 100;
        view.preserveLog.value = false;
        view.filter.value = 'nothing';
      },
      'before-navigation',
    ],
  ])('%s', (_, act, reason) => {
    const { store, view } = views();
    act(view, store);
    expect(view.emptyReason.value).toBe(reason);
  });
});
