import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { findText } from '../../state/find-text.ts';

/** Names of the highlights in `find.css`. */
const ALL = 'find';
const CURRENT = 'find-current';

export interface FoundText {
  readonly count: number;
  /** Index of the match where the user is. */
  readonly current: number;
  go(by: 1 | -1): void;
}

/** Marks the query in the body of the details around `bar`, and keeps it marked as they change. Null marks nothing. */
export function useFoundText(bar: RefObject<HTMLElement | null>, query: string | null): FoundText {
  const ranges = useRef<readonly Range[]>([]);
  const [count, setCount] = useState(0);
  const [current, setCurrent] = useState(0);
  useLayoutEffect(() => setCurrent(0), [query]);
  useLayoutEffect(() => {
    const details = bar.current?.closest('.details');
    if (details == null || query === null) return;
    const look = (): void => {
      ranges.current = rangesOf(details.querySelector('.details-body'), query);
      CSS.highlights.set(ALL, new Highlight(...ranges.current));
      setCount(ranges.current.length);
    };
    const observer = new MutationObserver((records) => {
      if (records.some(({ target }) => !bar.current?.contains(target))) look();
    });
    look();
    observer.observe(details, { subtree: true, childList: true, characterData: true });
    return () => {
      observer.disconnect();
      CSS.highlights.delete(ALL);
    };
  }, [query]);
  const shown = Math.min(current, Math.max(0, count - 1));
  useLayoutEffect(() => {
    const range = query === null ? undefined : ranges.current[shown];
    if (range === undefined) return;
    const highlight = new Highlight(range);
    highlight.priority = 1;
    CSS.highlights.set(CURRENT, highlight);
    range.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
    return () => void CSS.highlights.delete(CURRENT);
  }, [query, shown, count]);
  return { count, current: shown, go: (by) => setCurrent((shown + by + count) % Math.max(1, count)) };
}

function rangesOf(body: Element | null, query: string): readonly Range[] {
  if (body === null) return [];
  const nodes: Node[] = [];
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) nodes.push(node);
  const pieces = nodes.map((node) => ({ text: node.nodeValue ?? '', place: node.parentNode }));
  return findText(pieces, query).flatMap(({ from, to }) => {
    const [start, end] = [nodes[from.piece], nodes[to.piece]];
    if (start === undefined || end === undefined) return [];
    const range = new Range();
    range.setStart(start, from.offset);
    range.setEnd(end, to.offset);
    return [range];
  });
}
