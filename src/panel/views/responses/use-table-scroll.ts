import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ResponseRow } from '../../../core/report/response-row.ts';
import { indexOfRow } from '../../state/row-order.ts';
import { anchoredTop, anchorOf, type TablePlace } from '../../state/scroll-anchor.ts';
import { ROW_HEIGHT, scrollIntoSight, type VirtualWindow, virtualWindow } from '../../state/virtual-window.ts';

/** Height of the sticky head in CSS pixels; `--head-height` in tokens.css says the same. */
const HEAD_HEIGHT = 23;

export interface TableScroll {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly shown: VirtualWindow;
  /** Whole rows in sight. */
  readonly pageSize: number;
  readonly onScroll: () => void;
}

/** Which rows to render, and where the table stands: at the end it follows the newest, elsewhere nothing moves. */
export function useTableScroll(rows: readonly ResponseRow[], selected: ResponseRow | null, place: TablePlace): TableScroll {
  const scroller = useRef<HTMLDivElement>(null);
  const [port, setPort] = useState({ top: 0, height: 0 });
  const selectedInSight = useRef(false);

  const look = (): void => {
    const element = scroller.current;
    if (element === null) return;
    const next = { top: element.scrollTop, height: Math.max(0, element.clientHeight - HEAD_HEIGHT) };
    place.anchor = anchorOf(rows, next.top, next.height, selected);
    const index = selected === null ? -1 : indexOfRow(rows, selected);
    selectedInSight.current = index >= 0 && scrollIntoSight(index, next.top, next.height) === next.top;
    setPort((now) => (now.top === next.top && now.height === next.height ? now : next));
  };
  const scrollTo = (top: number): void => {
    if (scroller.current !== null && scroller.current.scrollTop !== top) scroller.current.scrollTop = top;
    look();
  };
  const height = (): number => Math.max(0, (scroller.current?.clientHeight ?? 0) - HEAD_HEIGHT);

  // Before the browser paints: rows came, went or were filtered.
  useLayoutEffect(() => scrollTo(anchoredTop(place.anchor, rows, height())), [rows]);

  const bringSelected = (): void => {
    const index = selected === null ? -1 : indexOfRow(rows, selected);
    if (index >= 0 && scroller.current !== null) scrollTo(scrollIntoSight(index, scroller.current.scrollTop, height()));
  };
  useLayoutEffect(() => {
    const id = selected?.id ?? null;
    if (id !== place.selected) bringSelected();
    place.selected = id;
  }, [selected?.id]);

  // The split moved, or the details opened below: what was in sight stays in sight.
  const onResize = useRef(() => {});
  onResize.current = () => {
    if (selectedInSight.current) bringSelected();
    else scrollTo(anchoredTop(place.anchor, rows, height()));
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
    shown: virtualWindow(rows.length, port.top, port.height),
    pageSize: Math.max(1, Math.floor(port.height / ROW_HEIGHT) - 1),
    onScroll: look,
  };
}
