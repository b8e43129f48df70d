/** Height of a table row in CSS pixels; `--row-height` in tokens.css says the same. */
export const ROW_HEIGHT = 21;

/** Rows that are rendered beyond each edge, so that a turn of the wheel does not show gaps. */
const OVERSCAN = 6;

export interface VirtualWindow {
  /** Index of the first rendered row. */
  readonly first: number;
  /** Index after the last rendered row. */
  readonly end: number;
  /** Height of all rows. */
  readonly height: number;
  /** No more rows than this are ever rendered at this height of the viewport. */
  readonly most: number;
}

/** Which of `count` rows to render for a viewport of `height` scrolled by `top` pixels. Starts at even rows to keep stripes in place. */
export function virtualWindow(count: number, top: number, height: number): VirtualWindow {
  const highest = Math.max(0, count * ROW_HEIGHT - height);
  const from = Math.min(Math.max(0, top), highest);
  const first = Math.max(0, Math.floor(from / ROW_HEIGHT) - OVERSCAN);
  const end = Math.min(count, Math.ceil((from + height) / ROW_HEIGHT) + OVERSCAN);
  return { first: first - (first % 2), end, height: count * ROW_HEIGHT, most: Math.ceil(height / ROW_HEIGHT) + 2 * OVERSCAN + 2 };
}

/** Gives rendered rows their places in the document: what comes into sight takes the element of a row that went out of it. */
export function createRowSlots(): (window: VirtualWindow) => (index: number) => number {
  let base = 0;
  let before = { first: 0, end: 0, most: 0 };
  return (window) => {
    // All elements stay where they are after a jump: to move them costs more than to fill them anew.
    if (window.first >= before.end || window.end <= before.first || window.most !== before.most) base = window.first;
    before = window;
    return (index) => (((index - base) % window.most) + window.most) % window.most;
  };
}

/** Whether the last row is fully in sight, give or take what rounding of scroll positions costs. */
export const isAtEnd = (count: number, top: number, height: number): boolean => top + height >= count * ROW_HEIGHT - 2;

/** The scroll position that brings row `index` into sight with the least movement. */
export function scrollIntoSight(index: number, top: number, height: number): number {
  const start = index * ROW_HEIGHT;
  if (start < top) return start;
  if (start + ROW_HEIGHT > top + height) return start + ROW_HEIGHT - height;
  return top;
}
