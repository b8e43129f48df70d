import { useRef } from 'preact/hooks';
import { LEAST_WIDTH, MOST_WIDTH } from '../state/column-tracks.ts';
import { actionOf } from '../state/shortcuts.ts';
import { message } from '../text/message.ts';

interface ColumnResizerProps {
  /** The column's title. */
  readonly title: string;
  /** In pixels, as the user chose it; undefined for the width it has by itself. */
  readonly width: number | undefined;
  readonly inTabOrder: boolean;
  readonly testid: string;
  /** The edge moved by so many pixels since it was held, or by one key press. */
  readonly onStart: () => void;
  readonly onMove: (by: number) => void;
  readonly onReset: () => void;
}

/** A step by key, in pixels. */
const STEP = 8;

/** The edge at the right of a column's head: dragged, moved by arrow keys, or set back by a double click or Enter. */
export function ColumnResizer({ title, width, inTabOrder, testid, onStart, onMove, onReset }: ColumnResizerProps) {
  const from = useRef<number | null>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const action = actionOf('edges', event);
    if (action === null) return;
    if (action === 'usual') onReset();
    else {
      onStart();
      onMove(action === 'wider' ? STEP : -STEP);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a focusable separator is a widget; <hr> is not
    <span
      class="column-resizer"
      role="separator"
      tabIndex={inTabOrder ? 0 : -1}
      aria-label={message('tableResize', title)}
      aria-orientation="vertical"
      aria-valuenow={Math.round(width ?? 0)}
      aria-valuetext={width === undefined ? message('tableWidthAuto') : message('tableWidth', Math.round(width))}
      aria-valuemin={LEAST_WIDTH}
      aria-valuemax={MOST_WIDTH}
      title={message('tableResizeHint')}
      data-testid={testid}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = event.clientX;
        onStart();
      }}
      onPointerMove={(event) => {
        if (from.current !== null) onMove(event.clientX - from.current);
      }}
      onLostPointerCapture={() => {
        from.current = null;
      }}
      onClick={(event) => event.stopPropagation()}
      onDblClick={(event) => {
        event.stopPropagation();
        onReset();
      }}
      onKeyDown={onKeyDown}
    />
  );
}
