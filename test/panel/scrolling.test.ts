import { describe, expect, it } from 'vitest';
import { anchoredTop, anchorOf } from '../../src/panel/state/scroll-anchor.ts';
import { clampShare } from '../../src/panel/state/split.ts';
import { isAtEnd, ROW_HEIGHT, scrollIntoSight, virtualWindow } from '../../src/panel/state/virtual-window.ts';
import { row } from './row.ts';

const rows = (count: number, from = 0) => Array.from({ length: count }, (_, index) => row(`r${from + index}`, { startedAt: from + index }));
const HEIGHT = 10 * ROW_HEIGHT;

describe('the window of rendered rows', () => {
  it.each([
    [0, 0, HEIGHT, 0, 0, 'no rows'],
    [5, 0, HEIGHT, 0, 5, 'fewer rows than fit'],
    [1000, 0, HEIGHT, 0, 20, 'at the start: what fits and ten more'],
    [1000, 100 * ROW_HEIGHT, HEIGHT, 90, 120, 'in the middle: ten more on each side'],
    [1000, 101 * ROW_HEIGHT, HEIGHT, 90, 121, 'starts at even rows'],
    [1000, 990 * ROW_HEIGHT, HEIGHT, 980, 1000, 'at the end'],
    [50, 990 * ROW_HEIGHT, HEIGHT, 30, 50, 'scrolled beyond a list that got shorter'],
    [1000, -50, HEIGHT, 0, 20, 'scrolled beyond the start, as on a Mac'],
    [1000, 0, 0, 0, 10, 'no height yet'],
  ])('%i rows at %i in %i pixels: rows %i to %i (%s)', (count, top, height, first, end) => {
    expect(virtualWindow(count, top, height)).toEqual({ first, end, height: count * ROW_HEIGHT });
  });

  it('renders no more rows for 50,000 than for 500', () => {
    const { first, end } = virtualWindow(50_000, 25_000 * ROW_HEIGHT, HEIGHT);
    expect(end - first).toBeLessThanOrEqual(32);
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
    const anchor = anchorOf(rows(100), 90 * ROW_HEIGHT, HEIGHT, null);
    expect(anchoredTop(anchor, rows(130), HEIGHT)).toBe(120 * ROW_HEIGHT);
  });

  it('stays when rows come at the end and the user is elsewhere', () => {
    const anchor = anchorOf(rows(100), 40 * ROW_HEIGHT + 7, HEIGHT, null);
    expect(anchoredTop(anchor, rows(130), HEIGHT)).toBe(40 * ROW_HEIGHT + 7);
  });

  it('keeps the first row in sight in its place when rows come in above it', () => {
    const anchor = anchorOf(rows(100, 10), 40 * ROW_HEIGHT + 7, HEIGHT, null);
    expect(anchoredTop(anchor, rows(110), HEIGHT)).toBe(50 * ROW_HEIGHT + 7);
  });

  it('keeps the selected row in its place when a filter takes rows away', () => {
    const all = rows(100);
    const anchor = anchorOf(all, 40 * ROW_HEIGHT, HEIGHT, all[44] ?? null);
    const even = all.filter((_, index) => index % 2 === 0);
    expect(anchoredTop(anchor, even, HEIGHT)).toBe((22 - 4) * ROW_HEIGHT);
  });

  it('lets a selected row out of sight be', () => {
    const all = rows(100);
    expect(anchorOf(all, 40 * ROW_HEIGHT, HEIGHT, all[2] ?? null)).toEqual({ row: all[40], offset: 0 });
  });

  it('does not scroll beyond a list that got shorter', () => {
    const anchor = anchorOf(rows(100), 40 * ROW_HEIGHT, HEIGHT, null);
    expect(anchoredTop(anchor, rows(5), HEIGHT)).toBe(0);
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
