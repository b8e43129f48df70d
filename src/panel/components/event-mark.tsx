import type { JSX } from 'preact';
import type { MarkName } from '../text/history-event.ts';

/** Drawn about the origin within 10 by 10, so that no two events have the same shape: colour only adds to it. */
const SHAPES: Record<MarkName, JSX.Element> = {
  created: <path class="mark-line" d="M0 -4.5V4.5M-4.5 0H4.5" />,
  'signed-in': <path class="mark-fill" d="M0 -4.5L5 4H-5z" />,
  'signed-out': <path class="mark-fill" d="M0 4.5L5 -4H-5z" />,
  reset: <path class="mark-line" d="M3.8 -1.7A4.1 4.1 0 1 0 4.1 1M4.6 -4.5V-1.3H1.4" />,
  changed: <circle class="mark-fill" r="3.5" />,
  sealed: <rect class="mark-fill" x="-3.5" y="-3.5" width="7" height="7" rx="0.5" />,
  'rewritten-unchanged': <path class="mark-line" d="M-3.5 -1.8H3.5M-3.5 1.8H3.5" />,
  forked: <path class="mark-line" d="M-3 -4.5V4.5M-3 1.5C3 1.5 3 -1 3 -4.5" />,
  reverted: <path class="mark-line" d="M-1.5 -4.5L-4.5 -1.5L-1.5 1.5M-4.5 -1.5H2A2.5 2.8 0 0 1 2 4H-1" />,
  refused: <path class="mark-line mark-strong" d="M-3.8 -3.8L3.8 3.8M3.8 -3.8L-3.8 3.8" />,
  cleared: <path class="mark-line" d="M-4.3 0A4.3 4.3 0 1 0 4.3 0A4.3 4.3 0 1 0 -4.3 0M-3 3L3 -3" />,
  ignored: <path class="mark-line" d="M-4 0H4" />,
  expired: <path class="mark-line" d="M-3.5 -4.5H3.5L-3.5 4.5H3.5z" />,
  vanished: <circle class="mark-line mark-dashed" r="4" />,
  shadowed: <path class="mark-line" d="M-4.5 -4.5H2V2H-4.5zM-1.5 4.5H4.5V-1.5" />,
  unseen: <circle class="mark-line" r="3.5" />,
};

/** For an SVG; the word stands beside it or in the name of what holds it. */
export function EventShape({ mark, x, y }: { readonly mark: MarkName; readonly x: number; readonly y: number }) {
  return (
    <g class={`mark mark-${mark}`} transform={`translate(${x} ${y})`}>
      {SHAPES[mark]}
    </g>
  );
}

/** For a line of text. */
export function EventMark({ mark }: { readonly mark: MarkName }) {
  return (
    <svg class="event-mark" viewBox="-6 -6 12 12" width="12" height="12" aria-hidden="true" focusable="false">
      <EventShape mark={mark} x={0} y={0} />
    </svg>
  );
}
