import { describe, expect, it } from 'vitest';
import { type ColumnTrack, columnTracks, moveEdge } from '../../src/panel/state/column-tracks.ts';
import { createLayoutStore, type KeptLayout } from '../../src/panel/state/layout.ts';
import { RESPONSE_COLUMN_IDS, type ResponseColumn, shownColumns } from '../../src/panel/state/response-columns.ts';
import { createTableLayout, resetWidth, tableLayoutToKeep, toggleColumn } from '../../src/panel/state/table-layout.ts';

type Column = 'a' | 'b' | 'c' | 'd';
const TRACKS: Record<Column, ColumnTrack> = {
  a: { fixed: '5ch' },
  b: { least: 60, share: 200 },
  c: { fixed: '80px' },
  d: { least: 60, share: 100 },
};
const ALL: readonly Column[] = ['a', 'b', 'c', 'd'];

describe('the widths of columns', () => {
  it.each<[readonly Column[], Partial<Record<Column, number>>, string, string]>([
    [ALL, {}, '5ch minmax(60px, 200fr) 80px minmax(60px, 100fr)', 'nothing was dragged'],
    [ALL, { c: 90 }, '5ch minmax(60px, 200fr) 90px minmax(60px, 100fr)', 'a fixed one'],
    [ALL, { b: 50, d: 300 }, '5ch minmax(50px, 50fr) 80px minmax(60px, 300fr)', 'those that share the room keep sharing it'],
    [['a', 'c'], {}, '5ch minmax(80px, 1fr)', 'where none shares the room, the last takes it'],
  ])('%j with %j: %s (%s)', (columns, widths, template) => {
    expect(columnTracks(columns, TRACKS, widths).template).toBe(template);
  });

  it('say how narrow the table can get before it scrolls', () => {
    expect(columnTracks(ALL, TRACKS, { c: 90, b: 40 }).least).toBe('calc(5ch + 40px + 90px + 60px)');
  });

  const now = new Map<Column, number>([
    ['a', 50],
    ['b', 200],
    ['c', 80],
    ['d', 100],
  ]);
  it.each<[Column, number, Partial<Record<Column, number>>, string]>([
    ['a', 20, { a: 70, b: 180, d: 100 }, 'what one gains the other loses'],
    ['b', 20, { b: 220, c: 60, d: 100 }, 'shares are kept as they are'],
    ['c', -500, { c: 32, d: 148, b: 200 }, 'no narrower than can be held'],
    ['a', 500, { a: 218, b: 32, d: 100 }, 'nor the other one'],
    ['d', 20, {}, 'the last has no edge'],
  ])('the edge right of %s moved by %i: %j (%s)', (left, by, widths) => {
    expect(moveEdge(now, TRACKS, left, by)).toEqual(widths);
  });
});

describe('the columns of Responses', () => {
  const shown = (hidden: readonly ResponseColumn[], width: number, widths = {}) => shownColumns(new Set(hidden), widths, width).join(' ');

  it.each<[number, string]>([
    [0, 'time method path status cookie size flags session finding'],
    [1200, 'time method path status cookie size flags session finding'],
    [800, 'method path status cookie size flags session finding'],
    [600, 'path status cookie size flags session finding'],
    [500, 'path status cookie size session finding'],
    [320, 'path cookie size session finding'],
  ])('that have room in %i pixels: %s', (width, columns) => {
    expect(shown([], width)).toBe(columns);
  });

  it('make room for others when they are hidden or dragged narrower', () => {
    expect(shown(['path', 'flags'], 800)).toBe('time method status cookie size session finding');
    expect(shown([], 800, { session: 40, size: 60 })).toContain('time');
    expect(shown([], 950, { session: 300 })).not.toContain('time');
  });
});

describe('what is kept of a table', () => {
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['no object', 'x'],
    ['other columns', { widths: { z: 100 }, hidden: ['z'], sort: { column: 'z', descending: true } }],
    ['other types', { widths: 5, hidden: 'a', sort: 7 }],
    ['widths out of range', { widths: { a: 1, b: 1e9, c: Number.NaN, __proto__: { d: 100 } } }],
    ['no column left', { hidden: ['a', 'b', 'c', 'd'] }],
  ])('%s is as if nothing was kept', (_, kept) => {
    expect(tableLayoutToKeep(createTableLayout(ALL, kept))).toEqual({ widths: {}, hidden: [], sort: null });
  });

  it('comes back as it was', () => {
    const table = createTableLayout(ALL, null);
    table.widths.value = { a: 70, b: 180 };
    table.sort.value = { column: 'c', descending: true };
    toggleColumn(table, 'd', ALL);
    const kept: unknown = JSON.parse(JSON.stringify(tableLayoutToKeep(table)));
    expect(tableLayoutToKeep(createTableLayout(ALL, kept))).toEqual(kept);
    resetWidth(table, ['a']);
    expect(table.widths.value).toEqual({ b: 180 });
  });

  it('never hides the last column', () => {
    const table = createTableLayout(ALL, { hidden: ['a', 'b', 'c'] });
    toggleColumn(table, 'd', ALL);
    expect([...table.hidden.value]).toEqual(['a', 'b', 'c']);
    toggleColumn(table, 'a', ALL);
    expect([...table.hidden.value]).toEqual(['b', 'c']);
  });
});

describe('what the panel remembers', () => {
  it('is kept when something is arranged otherwise, and not before', () => {
    const kept: KeptLayout[] = [];
    const layout = createLayoutStore(null, (next) => void kept.push(next));
    expect(kept).toEqual([]);
    layout.overview.value = false;
    layout.split.beside.value = 30;
    layout.responses.sort.value = { column: 'size', descending: true };
    layout.cookies.hidden.value = new Set(['path']);
    const again = createLayoutStore(kept.at(-1), () => {});
    expect(again.overview.value).toBe(false);
    expect(again.split.beside.value).toBe(30);
    expect(again.split.below.value).toBe(55);
    expect([...again.cookies.hidden.value]).toEqual(['path']);
    expect(again.responses.sort.value).toEqual({ column: 'size', descending: true });
  });

  it('names columns, numbers and switches, and nothing else', () => {
    const kept: KeptLayout[] = [];
    const layout = createLayoutStore({ split: { beside: 'x', below: 999 }, note: 'secret' }, (next) => void kept.push(next));
    expect(layout.split.beside.value).toBe(45);
    expect(layout.split.below.value).toBe(80);
    layout.responses.hidden.value = new Set(RESPONSE_COLUMN_IDS.slice(0, 1));
    expect(JSON.stringify(kept.at(-1))).toBe(
      '{"split":{"beside":45,"below":80},"overview":true,"responses":{"widths":{},"hidden":["time"],"sort":null},"cookies":{"widths":{},"hidden":[],"sort":null}}',
    );
  });
});
