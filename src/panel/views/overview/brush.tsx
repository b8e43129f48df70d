import { useRef } from 'preact/hooks';
import { usePanel } from '../../context.ts';
import { actionOf } from '../../state/shortcuts.ts';
import { moveSpan, moveSpanEdge, withEdge } from '../../state/span-keys.ts';
import type { TimeSpan } from '../../state/time-span.ts';
import { message } from '../../text/message.ts';
import { formatTime } from '../../text/numbers.ts';
import { spanText } from '../../text/overview.ts';
import { LEFT } from './overview-chart.tsx';

interface BrushProps {
  /** All that there is. */
  readonly all: TimeSpan;
  /** In pixels. */
  readonly width: number;
  /** Where the pointer is, in pixels from the chart's left; null when it left. */
  readonly onPoint: (column: number | null) => void;
}

/** Less is a click. */
const DRAG = 3;

/** Selects a span: dragged anywhere, adjusted by its edges, moved by keys. */
export function Brush({ all, width, onPoint }: BrushProps) {
  const { view } = usePanel();
  const span = view.span.value;
  const from = useRef<number | null>(null);
  const area = useRef<HTMLDivElement>(null);
  const length = Math.max(1, all.to - all.from);
  const columnOf = (event: PointerEvent): number => {
    const left = area.current?.getBoundingClientRect().left ?? 0;
    return Math.max(0, Math.min(width, event.clientX - left));
  };
  const timeOf = (column: number): number => Math.round(all.from + (column / width) * length);
  const xOf = (time: number): number => Math.max(0, Math.min(width, ((time - all.from) / length) * width));
  const clear = (): void => {
    view.span.value = null;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const action = actionOf('span', event);
    const moved = action === null ? undefined : moveSpan(view.span.peek(), all, event);
    if (moved !== undefined) view.span.value = moved;
    else if (action === 'clear' && view.span.peek() !== null) clear();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const middle = span === null ? all.from : (span.from + span.to) / 2;
  return (
    <div class="overview-area" style={{ left: `${LEFT}px`, width: `${width}px` }}>
      {span !== null && <div class="overview-out" style={{ left: 0, width: `${xOf(span.from)}px` }} />}
      {span !== null && <div class="overview-out" style={{ left: `${xOf(span.to)}px`, right: 0 }} />}
      <div
        class="overview-brush"
        ref={area}
        role="slider"
        tabIndex={0}
        aria-label={message('overviewSpanLabel')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(((middle - all.from) / length) * 100)}
        aria-valuetext={spanText(span)}
        aria-description={message('overviewHint')}
        data-testid="overview-brush"
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          from.current = columnOf(event);
        }}
        onPointerMove={(event) => {
          const column = columnOf(event);
          onPoint(Math.min(width - 1, Math.floor(column)));
          const start = from.current;
          if (start === null || Math.abs(column - start) < DRAG) return;
          view.span.value = { from: timeOf(Math.min(start, column)), to: timeOf(Math.max(start, column)) };
        }}
        onLostPointerCapture={() => {
          from.current = null;
        }}
        onPointerLeave={() => onPoint(null)}
        onDblClick={clear}
        onKeyDown={onKeyDown}
      />
      {span !== null &&
        (['from', 'to'] as const).map((edge) => (
          <Handle
            key={edge}
            edge={edge}
            span={span}
            all={all}
            x={xOf(span[edge])}
            onChange={(next) => {
              view.span.value = next;
            }}
            timeOf={(event) => timeOf(event.clientX - (area.current?.getBoundingClientRect().left ?? 0))}
            onClear={clear}
          />
        ))}
    </div>
  );
}

interface HandleProps {
  readonly edge: keyof TimeSpan;
  readonly span: TimeSpan;
  readonly all: TimeSpan;
  readonly x: number;
  /** Beyond both ends as well. */
  readonly timeOf: (event: PointerEvent) => number;
  readonly onChange: (span: TimeSpan) => void;
  readonly onClear: () => void;
}

function Handle({ edge, span, all, x, timeOf, onChange, onClear }: HandleProps) {
  /** How far beside the edge it was taken. */
  const beside = useRef(0);
  const onKeyDown = (event: KeyboardEvent): void => {
    const action = actionOf('span', event);
    const moved = action === null ? undefined : moveSpanEdge(span, edge, all, event);
    if (moved !== undefined) onChange(moved);
    else if (action === 'clear') onClear();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      class={`overview-handle overview-handle-${edge}`}
      style={{ left: `${x}px` }}
      role="slider"
      tabIndex={0}
      aria-label={message(edge === 'from' ? 'overviewStart' : 'overviewEnd')}
      aria-valuemin={0}
      aria-valuemax={Math.round(all.to - all.from)}
      aria-valuenow={Math.round(span[edge] - all.from)}
      aria-valuetext={formatTime(span[edge])}
      data-testid={`overview-${edge}`}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        beside.current = timeOf(event) - span[edge];
      }}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        const time = Math.max(all.from, Math.min(all.to, timeOf(event) - beside.current));
        onChange(withEdge(span, edge, time));
      }}
      onKeyDown={onKeyDown}
    />
  );
}
