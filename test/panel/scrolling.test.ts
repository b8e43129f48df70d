import { describe, expect, it } from 'vitest';
import type { ResponseRow } from '../../src/core/report/response-row.ts';
import { lowerBound } from '../../src/panel/state/row-order.ts';
import { anchoredTop, anchorOf, type ScrollAnchor, type StickyEdge } from '../../src/panel/state/scroll-anchor.ts';
import { clampShare } from '../../src/panel/state/split.ts';
import { createRowSlots, isAtEnd, ROW_HEIGHT, scrollIntoSight, virtualWindow } from '../../src/panel/state/virtual-window.ts';
import { row } from './row.ts';

const rows = (count: number, from = 0) => Array.from({ length: count }, (_, index) => row(`r${from + index}`, { startedAt: from + index }));
const HEIGHT = 10 * ROW_HEIGHT;

/** Where the table of responses stands with these rows: in the order of time it sticks to its end. */
const anchorIn = (all: readonly ResponseRow[], top: number, active: ResponseRow | null = null, edge: StickyEdge = 'end') =>
  anchorOf(all, top, HEIGHT, active === null ? -1 : all.indexOf(active), edge);
const topIn = (anchor: ScrollAnchor<ResponseRow>, all: readonly ResponseRow[]) =>
  anchoredTop(anchor, all.length, HEIGHT, (each) => lowerBound(all, each));

describe('the window of rendered rows', () => {
  it.each([
    [0, 0, HEIGHT, 0, 0, 'no rows'],
    [5, 0, HEIGHT, 0, 5, 'fewer rows than fit'],
    [1000, 0, HEIGHT, 0, 14, 'at the start: what fits and four more'],
    [1000, 100 * ROW_HEIGHT, HEIGHT, 96, 114, 'in the middle: four more on each side'],
    [1000, 101 * ROW_HEIGHT, HEIGHT, 96, 115, 'starts at even rows'],
    [1000, 990 * ROW_HEIGHT, HEIGHT, 986, 1000, 'at the end'],
    [50, 990 * ROW_HEIGHT, HEIGHT, 36, 50, 'scrolled beyond a list that got shorter'],
    [1000, -50, HEIGHT, 0, 14, 'scrolled beyond the start, as on a Mac'],
    [1000, 0, 0, 0, 4, 'no height yet'],
  ])('%i rows at %i in %i pixels: rows %i to %i (%s)', (count, top, height, first, end) => {
    expect(virtualWindow(count, top, height)).toEqual({ first, end, height: count * ROW_HEIGHT });
  });

  it('renders no more rows for 50,000 than for 500', () => {
    const { first, end } = virtualWindow(50_000, 25_000 * ROW_HEIGHT, HEIGHT);
    expect(end - first).toBeLessThanOrEqual(32);
  });
});

describe('the places of rendered rows', () => {
  const slots = () => {
    const slotsOf = createRowSlots();
    return (top: number) => {
      const shown = virtualWindow(1000, top, HEIGHT);
      const slotOf = slotsOf(shown);
      return Array.from({ length: shown.end - shown.first }, (_, offset) => [shown.first + offset, slotOf(shown.first + offset)] as const);
    };
  };

  it('are never shared, wherever the list stands', () => {
    const at = slots();
    for (let top = 0; top < 400 * ROW_HEIGHT; top += 13) {
      const taken = at(top).map(([, slot]) => slot);
      expect(new Set(taken).size).toBe(taken.length);
    }
  });

  it('stay those of the rows that stay in sight', () => {
    const at = slots();
    const before = new Map(at(100 * ROW_HEIGHT));
    const after = at(104 * ROW_HEIGHT);
    const both = after.filter(([index]) => before.has(index));
    expect(both.length).toBeGreaterThan(10);
    for (const [index, slot] of both) expect(slot).toBe(before.get(index));
  });

  it('are in the order of the rows after a jump, so that no element is moved', () => {
    const at = slots();
    at(100 * ROW_HEIGHT);
    expect(at(507 * ROW_HEIGHT).map(([, slot]) => slot)).toEqual(at(507 * ROW_HEIGHT).map((_, place) => place));
  });

  it('are taken over, so that no element is made while the list is followed', () => {
    const at = slots();
    const before = new Set(at(100 * ROW_HEIGHT).map(([, slot]) => slot));
    for (let row = 102; row < 400; row += 10) {
      for (const [, slot] of at(row * ROW_HEIGHT)) expect(before).toContain(slot);
    }
  });
});

describe('scrolling', () => {
  it.each([
    [5, 0, true, 'everything fits'],
    [100, 90 * ROW_HEIGHT, true, 'the last row is in sight'],
    [100, 90 * ROW_HEIGHT - 1.5, true, 'but for a rounded pixel'],
    [100, 89 * ROW_HEIGHT, false, 'one row below'],
  ])('%i rows at %d: at the end is %s (%s)', (count, top, expected) => {
    expect(isAtEnd(count, top, HEIGHT)).toBe(expected);
  });

  it('brings a row into sight with the least movement', () => {
    expect(scrollIntoSight(3, 10 * ROW_HEIGHT, HEIGHT)).toBe(3 * ROW_HEIGHT);
    expect(scrollIntoSight(30, 10 * ROW_HEIGHT, HEIGHT)).toBe(21 * ROW_HEIGHT);
    expect(scrollIntoSight(15, 10 * ROW_HEIGHT, HEIGHT)).toBe(10 * ROW_HEIGHT);
  });

  it('follows the newest row while the last one is in sight', () => {
    const anchor = anchorIn(rows(100), 90 * ROW_HEIGHT);
    expect(topIn(anchor, rows(130))).toBe(120 * ROW_HEIGHT);
  });

  it('stays when rows come at the end and the user is elsewhere', () => {
    const anchor = anchorIn(rows(100), 40 * ROW_HEIGHT + 7);
    expect(topIn(anchor, rows(130))).toBe(40 * ROW_HEIGHT + 7);
  });

  it('keeps the first row in sight in its place when rows come in above it', () => {
    const anchor = anchorIn(rows(100, 10), 40 * ROW_HEIGHT + 7);
    expect(topIn(anchor, rows(110))).toBe(50 * ROW_HEIGHT + 7);
  });

  it('keeps the selected row in its place when a filter takes rows away', () => {
    const all = rows(100);
    const anchor = anchorIn(all, 40 * ROW_HEIGHT, all[44]);
    const even = all.filter((_, index) => index % 2 === 0);
    expect(topIn(anchor, even)).toBe((22 - 4) * ROW_HEIGHT);
  });

  it('lets a selected row out of sight be', () => {
    const all = rows(100);
    expect(anchorIn(all, 40 * ROW_HEIGHT, all[2])).toEqual({ row: all[40], offset: 0 });
  });

  it('does not scroll beyond a list that got shorter', () => {
    const anchor = anchorIn(rows(100), 40 * ROW_HEIGHT);
    expect(topIn(anchor, rows(5))).toBe(0);
  });
});

describe('a list that sticks to its start', () => {
  it('shows what comes in above while nothing is active, and keeps the active row in its place', () => {
    const all = rows(100, 10);
    expect(topIn(anchorIn(all, 0, null, 'start'), rows(110))).toBe(0);
    expect(topIn(anchorIn(all, 0, all[3], 'start'), rows(110))).toBe(10 * ROW_HEIGHT);
  });
});

describe('a list in which rows come in anywhere', () => {
  it.each([
    [0, 'at the start'],
    [40 * ROW_HEIGHT + 7, 'in the middle'],
    [80 * ROW_HEIGHT, 'near the end'],
  ])('keeps the first row in sight where it is when rows come above and below, at %i (%s)', (top) => {
    const anchor = anchorIn(rows(100, 10), top, null, null);
    expect(topIn(anchor, rows(130))).toBe(top + 10 * ROW_HEIGHT);
  });

  it('does not follow its end: what was last in sight stays when rows come below it', () => {
    expect(topIn(anchorIn(rows(100), 90 * ROW_HEIGHT, null, null), rows(130))).toBe(90 * ROW_HEIGHT);
  });

  it('stays where it is when nobody knows where its row has gone', () => {
    expect(anchoredTop({ row: 'gone', offset: 3 }, 100, HEIGHT, () => null)).toBeNull();
  });
});

describe('the split', () => {
  it.each([
    [50, 50],
    [5, 20],
    [95, 80],
    [33.333, 33.3],
  ])('a share of %d per cent becomes %d', (share, expected) => {
    expect(clampShare(share)).toBe(expected);
  });
});
