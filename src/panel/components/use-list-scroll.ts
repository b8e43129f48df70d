import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { anchoredTop, anchorOf, type ListPlace, type StickyEdge } from '../state/scroll-anchor.ts';
import { ROW_HEIGHT, scrollIntoSight, type VirtualWindow, virtualWindow } from '../state/virtual-window.ts';

/** Height of the sticky head in CSS pixels; `--head-height` in tokens.css says the same. */
const HEAD_HEIGHT = 23;

export interface ListScrollOptions<Row> {
  readonly rows: readonly Row[];
  /** Index of the active row; -1 while there is none, or something hides it. */
  readonly activeRow: number;
  /** Whatever is active: when it becomes another, its row is brought into sight. */
  readonly active: unknown;
  readonly edge: StickyEdge;
  readonly place: ListPlace<Row>;
  /** Index where a row stands now, or would stand; null where it is gone and nobody knows. */
  readonly placeOf: (row: Row) => number | null;
  /** How many CSS pixels to scroll sideways until the column of what is active is in sight. */
  readonly sideways?: (scroller: HTMLElement) => number;
}

export interface ListScroll {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly shown: VirtualWindow;
  /** Width inside the scroll bar; 0 before it is known. */
  readonly width: number;
  /** Whole rows in sight. */
  readonly pageSize: number;
  readonly onScroll: () => void;
}

/** Which rows to render, and where the list stands: at its edge it stays there, elsewhere nothing moves. */
export function useListScroll<Row>(options: ListScrollOptions<Row>): ListScroll {
  const { rows, activeRow, active, edge, place, placeOf, sideways } = options;
  const scroller = useRef<HTMLDivElement>(null);
  const [port, setPort] = useState({ top: 0, height: 0, width: 0 });
  const activeInSight = useRef(false);
  const columnInSight = useRef(false);
  const placedRows = useRef(rows);

  const height = (): number => Math.max(0, (scroller.current?.clientHeight ?? 0) - HEAD_HEIGHT);
  const aside = (): number => (scroller.current === null ? 0 : (sideways?.(scroller.current) ?? 0));
  const look = (): void => {
    const next = { top: scroller.current?.scrollTop ?? 0, height: height(), width: scroller.current?.clientWidth ?? 0 };
    place.anchor = anchorOf(rows, next.top, next.height, activeRow, edge);
    // Browsers tell of a scroll before the resize that came with it: what was in sight until then counts.
    if (next.height === port.height && next.width === port.width) {
      activeInSight.current = activeRow >= 0 && scrollIntoSight(activeRow, next.top, next.height) === next.top;
      columnInSight.current = Math.abs(aside()) < 1;
    }
    setPort((now) => (now.top === next.top && now.height === next.height && now.width === next.width ? now : next));
  };
  const scrollTo = (top: number | null): void => {
    if (top !== null && scroller.current !== null && scroller.current.scrollTop !== top) scroller.current.scrollTop = top;
    look();
  };
  const toAnchor = (): void => scrollTo(anchoredTop(place.anchor, rows.length, height(), placeOf));
  const toColumn = (): void => {
    if (scroller.current !== null) scroller.current.scrollLeft += aside();
  };
  const toActive = (): void => {
    if (activeRow >= 0) scrollTo(scrollIntoSight(activeRow, scroller.current?.scrollTop ?? 0, height()));
  };

  // Rows came, went, were sorted or filtered: where the list will stand is what is rendered at once.
  const top = placedRows.current === rows ? port.top : (anchoredTop(place.anchor, rows.length, port.height, placeOf) ?? port.top);
  // Before the browser paints.
  useLayoutEffect(() => {
    placedRows.current = rows;
    toAnchor();
  }, [rows]);
  useLayoutEffect(() => {
    if (place.active === active) return;
    place.active = active;
    toColumn();
    toActive();
  }, [active]);

  // The details opened, or the split moved: what was in sight stays so.
  const onResize = useRef(() => {});
  onResize.current = () => {
    if (columnInSight.current) toColumn();
    if (activeInSight.current) toActive();
    else toAnchor();
  };
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => onResize.current());
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  return {
    scroller,
    shown: virtualWindow(rows.length, top, port.height),
    width: port.width,
    pageSize: Math.max(1, Math.floor(port.height / ROW_HEIGHT) - 1),
    onScroll: look,
  };
}
