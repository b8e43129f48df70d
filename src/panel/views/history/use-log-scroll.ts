import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { VersionView } from '../../../core/report/history-view.ts';
import type { HistoryPlace } from '../../state/history.ts';
import { isAtEnd, ROW_HEIGHT, scrollIntoSight, type VirtualWindow, virtualWindow } from '../../state/virtual-window.ts';

/** Height of the sticky head in CSS pixels; `--head-height` in tokens.css says the same. */
const HEAD_HEIGHT = 23;

export interface LogScroll {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly shown: VirtualWindow;
  /** Whole rows in sight. */
  readonly pageSize: number;
  readonly onScroll: () => void;
}

/** Which rows to render, and where the log stands: at its end it follows the newest, elsewhere the first row in sight stays. */
export function useLogScroll(versions: readonly VersionView[], activeRow: number, place: HistoryPlace): LogScroll {
  const scroller = useRef<HTMLDivElement>(null);
  const [port, setPort] = useState({ top: 0, height: 0 });
  const activeInSight = useRef(false);

  const height = (): number => Math.max(0, (scroller.current?.clientHeight ?? 0) - HEAD_HEIGHT);
  const look = (): void => {
    const top = scroller.current?.scrollTop ?? 0;
    const at = Math.floor(top / ROW_HEIGHT);
    const row = isAtEnd(versions.length, top, height()) ? undefined : versions[at];
    place.anchor = row === undefined ? 'end' : { id: row.id, offset: top - at * ROW_HEIGHT };
    activeInSight.current = activeRow >= 0 && scrollIntoSight(activeRow, top, height()) === top;
    setPort((now) => (now.top === top && now.height === height() ? now : { top, height: height() }));
  };
  const scrollTo = (top: number): void => {
    if (scroller.current !== null) scroller.current.scrollTop = top;
    look();
  };
  const toAnchor = (): void => {
    const { anchor } = place;
    const row = anchor === 'end' ? -1 : versions.findIndex(({ id }) => id === anchor.id);
    scrollTo(anchor === 'end' || row < 0 ? versions.length * ROW_HEIGHT : row * ROW_HEIGHT + anchor.offset);
  };
  const toActive = (): void => {
    if (activeRow >= 0) scrollTo(scrollIntoSight(activeRow, scroller.current?.scrollTop ?? 0, height()));
  };

  // Before the browser paints: versions came or went.
  useLayoutEffect(toAnchor, [versions]);
  const active = versions[activeRow]?.id ?? null;
  useLayoutEffect(toActive, [active]);

  // The details opened below, or the split moved: what was in sight stays so.
  const onResize = useRef(() => {});
  onResize.current = () => {
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
    shown: virtualWindow(versions.length, port.top, port.height),
    pageSize: Math.max(1, Math.floor(port.height / ROW_HEIGHT) - 1),
    onScroll: look,
  };
}
