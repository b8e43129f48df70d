/** Height of a table row in CSS pixels; `--row-height` in tokens.css says the same. */
export const ROW_HEIGHT = 21;

/** Rows that are rendered beyond each edge, so that a turn of the wheel does not show gaps. */
const OVERSCAN = 4;

export interface VirtualWindow {
  /** Index of the first rendered row. */
  readonly first: number;
  /** Index after the last rendered row. */
  readonly end: number;
  /** Height of all rows. */
  readonly height: number;
}

/** Which of `count` rows to render for a viewport of `height` scrolled by `top` pixels. Starts at even rows to keep stripes in place. */
export function virtualWindow(count: number, top: number, height: number): VirtualWindow {
  const highest = Math.max(0, count * ROW_HEIGHT - height);
  const from = Math.min(Math.max(0, top), highest);
  const first = Math.max(0, Math.floor(from / ROW_HEIGHT) - OVERSCAN);
  const end = Math.min(count, Math.ceil((from + height) / ROW_HEIGHT) + OVERSCAN);
  return { first: first - (first % 2), end, height: count * ROW_HEIGHT };
}

/**
 * Gives rendered rows their elements, as numbers: a row keeps its own while it is rendered, and what comes into sight takes that of a row that
 * went out of it, in their order, so that nothing is made anew and after a jump nothing is moved.
 */
export function createRowSlots(): (window: Pick<VirtualWindow, 'first' | 'end'>) => (index: number) => number | undefined {
  let slots: ReadonlyMap<number, number> = new Map();
  let made = 0;
  return ({ first, end }) => {
    const free = [...slots].flatMap(([index, slot]) => (index < first || index >= end ? [slot] : []));
    let taken = 0;
    const next = new Map<number, number>();
    for (let index = first; index < end; index++) next.set(index, slots.get(index) ?? free[taken++] ?? made++);
    slots = next;
    return (index) => next.get(index);
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
