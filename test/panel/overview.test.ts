import { describe, expect, it } from 'vitest';
import { UNKNOWN_APPLICATION } from '../../src/core/readers/application.ts';
import type { LogoutView } from '../../src/core/report/logout-view.ts';
import type { ResponseRow } from '../../src/core/report/response-row.ts';
import { columnAt, createOverview, eventsAround, type Overview } from '../../src/panel/state/overview.ts';
import { moveSpan, moveSpanEdge, withEdge } from '../../src/panel/state/span-keys.ts';
import { rowsInSpan, type TimeSpan } from '../../src/panel/state/time-span.ts';
import { overviewText, spanText } from '../../src/panel/text/overview.ts';
import { row } from './row.ts';

const NONE: ReadonlyMap<string, LogoutView> = new Map();
const scope = (domain: string) => ({ domain, hostOnly: true, path: '/', partition: null });
const sized = (wire: number) => ({ wire, rails: wire, railsValue: wire, line: wire, limit: 4096 as const });

/** A session response at a moment; `id` is the moment. */
const at = (startedAt: number, wire: number, given: Partial<ResponseRow> = {}): ResponseRow =>
  row(String(startedAt), { startedAt, sizes: sized(wire), scope: scope('app.test'), ...given });

const refused = {
  storage: {
    stored: { outcome: 'refused', reason: 'too-large' },
    scope: scope('app.test'),
    expiresAt: null,
    evidence: null,
  },
} satisfies Partial<ResponseRow>;

const logout = (rowId: string, cause: 'signed-out' | 'dropped-too-large') =>
  new Map([
    [
      rowId,
      {
        id: rowId,
        logout: { exchangeId: rowId, at: 0, cookie: null, cause, confidence: 'certain', evidence: [], alternatives: [] },
        exchanges: [],
        application: UNKNOWN_APPLICATION,
      },
    ],
  ]) satisfies ReadonlyMap<string, LogoutView>;

function overview(rows: readonly ResponseRow[], columns = 10, logouts = NONE): Overview {
  const made = createOverview()(rows, logouts, columns, 3);
  if (made === null) throw new Error('no session');
  return made;
}

const sizes = (rows: readonly ResponseRow[], columns?: number) => overview(rows, columns).series.map((each) => [...each.sizes].join(' '));
const marks = (made: Overview) => made.marks.map(({ column, event }) => `${column} ${event}`);

describe('the overview of sizes', () => {
  it('has one series per session cookie, which holds its size until it is set again', () => {
    expect(sizes([at(0, 100), at(30, 300), at(100, 200)])).toEqual(['100 100 100 300 300 300 300 300 300 200']);
  });

  it.each<[string, readonly ResponseRow[], string]>([
    [
      'of several in a column it shows the largest, and holds the newest',
      [at(0, 100), at(5, 900), at(6, 50), at(100, 60)],
      '900 50 50 50 50 50 50 50 50 60',
    ],
    ['nothing before the first', [row('x', { startedAt: 0, session: false }), at(50, 7), at(100, 8)], '-1 -1 -1 -1 -1 7 7 7 7 8'],
    ['a deleted cookie has none', [at(0, 100), at(50, 17, { deleted: true }), at(100, 100)], '100 100 100 100 100 0 0 0 0 100'],
    [
      'what the browser refused leaves the size as it was',
      [at(0, 100), at(50, 5000, refused), at(100, 100)],
      '100 100 100 100 100 100 100 100 100 100',
    ],
  ])('%s', (_, rows, expected) => {
    expect(sizes(rows)).toEqual([expected]);
  });

  it('keeps cookies of one name and different domains apart', () => {
    const rows = [at(0, 1), at(50, 2, { scope: scope('other.test') }), at(100, 3)];
    expect(overview(rows, 2).series.map(({ domain }) => domain)).toEqual(['app.test', 'other.test']);
    expect(sizes(rows, 2)).toEqual(['1 3', '-1 2']);
  });

  it('is none without a session, and the middle column where there is one moment', () => {
    expect(createOverview()([], NONE, 10, 3)).toBeNull();
    expect(createOverview()([row('theme', { session: false })], NONE, 10, 3)).toBeNull();
    expect(sizes([at(5, 100)], 5)).toEqual(['-1 -1 100 100 100']);
  });

  it.each([
    [0, 0],
    [9, 0],
    [10, 1],
    [99, 9],
    [100, 9],
    [500, 9],
    [-5, 0],
  ])('the moment %i of 0 to 100 is in column %i of 10', (time, column) => {
    expect(columnAt({ from: 0, to: 100 }, 10, time)).toBe(column);
  });
});

describe('the overview of a recording that goes on', () => {
  it('is that of all rows at once, whatever came, went or changed', () => {
    const goesOn = createOverview();
    let rows: readonly ResponseRow[] = [];
    for (let batch = 0; batch < 30; batch++) {
      const name = batch % 4 === 0 ? 'other_session' : '_app_session';
      const come = [at(batch * 10, batch * 100, { cookie: name }), at(batch * 10 + 5, 50, batch % 3 === 0 ? refused : {})];
      const changed = rows.map((each, index) => (index === batch ? { ...each, sizes: sized(4000 + batch) } : each));
      rows = [...changed.filter((_, index) => index !== batch * 2 - 7), ...come];
      const logouts = batch < 15 ? NONE : logout('100', 'dropped-too-large');
      expect(goesOn(rows, logouts, 40, 3)).toEqual(overview(rows, 40, logouts));
    }
    expect(goesOn([], NONE, 40, 3)).toBeNull();
  });

  it('has no series of cookies that were cleared away', () => {
    const goesOn = createOverview();
    goesOn([at(0, 1), at(1, 2, { cookie: 'gone' })], NONE, 10, 3);
    expect(goesOn([at(5, 1)], NONE, 10, 3)?.series.map(({ name }) => name)).toEqual(['_app_session']);
  });
});

describe('the overview of events', () => {
  it.each<[string, Partial<ResponseRow>, ReadonlyMap<string, LogoutView>, readonly string[]]>([
    ['a sign-in', { change: { event: 'signed-in', added: [], removed: [], changed: [] } }, NONE, ['5 signed-in']],
    ['a sign-out', { change: { event: 'signed-out', added: [], removed: [], changed: [] } }, NONE, ['5 signed-out']],
    ['a refusal', refused, NONE, ['5 refused']],
    ['a deletion', { change: { event: 'cleared' } }, NONE, ['5 cleared']],
    ['a lost session', {}, logout('50', 'dropped-too-large'), ['5 logged-out']],
    ['a logout that is a plain sign-out', { change: { event: 'cleared' } }, logout('50', 'signed-out'), ['5 signed-out']],
    ['a lost session on a row without a cookie', { cookie: null, sizes: null }, logout('50', 'dropped-too-large'), ['5 logged-out']],
    ['a change of the content is no event', { change: { event: 'sealed' } }, NONE, []],
    ['what happens to other cookies is no event', { session: false, change: { event: 'cleared' } }, NONE, []],
  ])('%s', (_, given, logouts, expected) => {
    expect(marks(overview([at(0, 1), at(50, 1, given), at(100, 1)], 10, logouts))).toEqual(expected);
  });

  it('marks the weightiest of what stands too close, and tells them all', () => {
    const made = overview([at(0, 1), at(40, 1, { change: { event: 'cleared' } }), at(50, 1, refused), at(55, 1, refused), at(100, 1)]);
    expect(marks(made)).toEqual(['5 refused']);
    expect(eventsAround(made, 5, 1)).toEqual([
      { event: 'refused', count: 2 },
      { event: 'cleared', count: 1 },
    ]);
    expect(eventsAround(made, 0, 1)).toEqual([]);
  });

  it('says the same in words', () => {
    expect(overviewText(overview([at(0, 100), at(50, 1234), at(100, 9000, refused)]))).toBe('_app_session 1,234 bytes, refused');
    expect(spanText(null)).toBe('all times');
  });

  it('tells 50,000 responses in as many columns as there are pixels', () => {
    const rows = Array.from({ length: 50_000 }, (_, index) => at(index, index % 4000, index % 7 === 0 ? refused : {}));
    const made = overview(rows, 1200);
    expect(made.series[0]?.sizes).toHaveLength(1200);
    expect(made.marks.length).toBeLessThanOrEqual(400);
    expect(eventsAround(made, 0, 1200)).toEqual([{ event: 'refused', count: 7143 }]);
  });
});

describe('a span of time', () => {
  const rows = [10, 20, 20, 30, 40].map((startedAt, index) => row(`r${index}`, { startedAt }));

  it.each<[TimeSpan | null, string, string]>([
    [null, 'r0 r1 r2 r3 r4', 'no span'],
    [{ from: 20, to: 30 }, 'r1 r2 r3', 'both ends included'],
    [{ from: 11, to: 19 }, '', 'between two'],
    [{ from: 0, to: 10 }, 'r0', 'the first'],
    [{ from: 40, to: 99 }, 'r4', 'the last'],
  ])('%o leaves “%s”: %s', (span, left) => {
    expect(
      rowsInSpan(rows, span)
        .map(({ id }) => id)
        .join(' '),
    ).toBe(left);
  });

  const all = { from: 0, to: 1000 };
  it.each<[readonly [number, number] | null, string, boolean, readonly [number, number] | undefined, string]>([
    [null, 'ArrowRight', false, [0, 100], 'the first tenth'],
    [null, 'ArrowLeft', false, [900, 1000], 'the last tenth'],
    [null, 'End', false, [900, 1000], 'the last tenth'],
    [[400, 500], 'ArrowRight', false, [420, 520], 'moves'],
    [[400, 500], 'ArrowLeft', true, [380, 500], 'widens to the left'],
    [[400, 500], 'ArrowRight', true, [400, 520], 'widens to the right'],
    [[900, 995], 'ArrowRight', false, [905, 1000], 'keeps its length at the end'],
    [[5, 100], 'ArrowLeft', false, [0, 95], 'keeps its length at the beginning'],
    [[400, 500], 'Home', false, [0, 100], 'to the beginning'],
    [[400, 500], 'End', true, [400, 1000], 'up to the end'],
    [[400, 500], 'x', false, undefined, 'another key'],
  ])('%o and %s (Shift %s): %o, it %s', (span, key, shiftKey, expected) => {
    const moved = moveSpan(span === null ? null : { from: span[0], to: span[1] }, all, { key, shiftKey });
    expect(moved).toEqual(expected === undefined ? undefined : { from: expected[0], to: expected[1] });
  });

  it('has edges that move by themselves and stop at one another', () => {
    const span = { from: 400, to: 500 };
    expect(moveSpanEdge(span, 'from', all, { key: 'ArrowLeft', shiftKey: false })).toEqual({ from: 380, to: 500 });
    expect(moveSpanEdge(span, 'to', all, { key: 'End', shiftKey: false })).toEqual({ from: 400, to: 1000 });
    expect(withEdge(span, 'from', 700)).toEqual({ from: 500, to: 500 });
    expect(withEdge(span, 'to', 100)).toEqual({ from: 400, to: 400 });
  });
});
