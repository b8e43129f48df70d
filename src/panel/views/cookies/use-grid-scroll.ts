import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CookieSummary } from '../../../core/report/cookie-summary.ts';
import type { CookieColumn } from '../../state/cookie-order.ts';
import type { CookieCell } from '../../state/cookies.ts';
import { ROW_HEIGHT, scrollIntoSight, type VirtualWindow, virtualWindow } from '../../state/virtual-window.ts';

/** Height of the sticky head in CSS pixels; `--head-height` in tokens.css says the same. */
const HEAD_HEIGHT = 23;

export interface GridScroll {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly shown: VirtualWindow;
  /** Whole rows in sight. */
  readonly pageSize: number;
  readonly onScroll: () => void;
}

/** The head's cells are always in the document, whatever row is active; the names stay at the left above the other columns. */
function columnIntoSight({ scrollLeft, clientWidth }: HTMLElement, column: CookieColumn): number {
  const cell = document.getElementById(`cookie-head-${column}`);
  const names = document.getElementById('cookie-head-name');
  if (cell === null || names === null || column === 'name') return scrollLeft;
  const end = cell.offsetLeft + cell.offsetWidth - clientWidth;
  return Math.min(cell.offsetLeft - names.offsetWidth, Math.max(end, scrollLeft));
}

/** Which rows to render, and where the table stands: cookies that come above what is looked at do not move it. */
export function useGridScroll(rows: readonly CookieSummary[], activeRow: number, active: CookieCell | null): GridScroll {
  const scroller = useRef<HTMLDivElement>(null);
  const [port, setPort] = useState({ top: 0, height: 0 });
  /** The row that stays where it is: the active one in sight, else the first in sight once the table was scrolled. */
  const anchor = useRef<{ readonly id: string; readonly offset: number } | null>(null);
  const wasInSight = useRef(false);

  const look = (): void => {
    const element = scroller.current;
    if (element === null) return;
    const next = { top: element.scrollTop, height: Math.max(0, element.clientHeight - HEAD_HEIGHT) };
    const inSight = activeRow >= 0 && scrollIntoSight(activeRow, next.top, next.height) === next.top;
    const at = inSight ? activeRow : Math.floor(next.top / ROW_HEIGHT);
    wasInSight.current = inSight;
    const row = inSight || next.top > 0 ? rows[at] : undefined;
    anchor.current = row === undefined ? null : { id: row.id, offset: next.top - at * ROW_HEIGHT };
    setPort((now) => (now.top === next.top && now.height === next.height ? now : next));
  };

  // Before the browser paints: cookies came, went, or were sorted.
  useLayoutEffect(() => {
    const kept = anchor.current;
    const index = kept === null ? -1 : rows.findIndex(({ id }) => id === kept.id);
    if (kept !== null && index >= 0 && scroller.current !== null) scroller.current.scrollTop = index * ROW_HEIGHT + kept.offset;
    look();
  }, [rows]);

  const bringActive = (): void => {
    const element = scroller.current;
    if (element === null || active === null) return;
    if (activeRow >= 0) element.scrollTop = scrollIntoSight(activeRow, element.scrollTop, element.clientHeight - HEAD_HEIGHT);
    element.scrollLeft = columnIntoSight(element, active.column);
    look();
  };
  useLayoutEffect(bringActive, [active]);

  const onResize = useRef(() => {});
  // The details opened below, or the split moved: the active row stays in sight.
  onResize.current = () => {
    if (wasInSight.current) bringActive();
    look();
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
