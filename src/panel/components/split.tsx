import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { actionOf } from '../state/shortcuts.ts';
import { clampShare, LARGEST_SHARE, SMALLEST_SHARE } from '../state/split.ts';

export interface SplitProps {
  readonly beside: boolean;
  /** Share of the second part in per cent. */
  readonly share: Signal<number>;
  readonly label: string;
  readonly first: ComponentChildren;
  /** Null leaves all the room to the first. */
  readonly second: ComponentChildren | null;
}

const STEP = 2;

/** Two parts with a bar between them, moved by dragging or by arrow keys. */
export function Split({ beside, share, label, first, second }: SplitProps) {
  const frame = useRef<HTMLDivElement>(null);
  const move = (to: number): void => {
    share.value = clampShare(to);
  };
  const drag = (event: PointerEvent): void => {
    const box = frame.current?.getBoundingClientRect();
    if (box === undefined || !(event.currentTarget as Element).hasPointerCapture(event.pointerId)) return;
    move(beside ? ((box.right - event.clientX) / box.width) * 100 : ((box.bottom - event.clientY) / box.height) * 100);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const action = actionOf('split', event);
    if (action === null) return;
    event.preventDefault();
    move({ more: share.value + STEP, less: share.value - STEP, least: SMALLEST_SHARE, most: LARGEST_SHARE }[action]);
  };
  return (
    <div class={`split ${beside ? 'split-beside' : 'split-below'}`} ref={frame}>
      <div class="split-first">{first}</div>
      {second !== null && (
        <>
          {/* biome-ignore lint/a11y/useSemanticElements: a focusable separator is a widget; <hr> is not */}
          <div
            class="split-bar"
            role="separator"
            tabIndex={0}
            aria-label={label}
            aria-orientation={beside ? 'vertical' : 'horizontal'}
            aria-valuenow={Math.round(share.value)}
            aria-valuemin={SMALLEST_SHARE}
            aria-valuemax={LARGEST_SHARE}
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={drag}
            onKeyDown={onKeyDown}
          />
          <div class="split-second" style={{ flexBasis: `${share.value}%` }}>
            {second}
          </div>
        </>
      )}
    </div>
  );
}
