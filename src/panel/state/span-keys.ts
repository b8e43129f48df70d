import type { TimeSpan } from './time-span.ts';

/** A step by key is a fiftieth of what there is; the first span a tenth. */
const STEPS = 50;
const FIRST = 10;

export interface SpanKey {
  readonly key: string;
  readonly shiftKey: boolean;
}

const clamp = ({ from, to }: TimeSpan, time: number): number => Math.max(from, Math.min(to, time));

/** The span after a key: arrows move it, with Shift they widen it, Home and End bring it to an end. Undefined for other keys. */
export function moveSpan(span: TimeSpan | null, all: TimeSpan, { key, shiftKey }: SpanKey): TimeSpan | undefined {
  const length = all.to - all.from;
  const right = key === 'ArrowRight' || key === 'End';
  if (!right && key !== 'ArrowLeft' && key !== 'Home') return undefined;
  const far = key === 'Home' || key === 'End';
  if (span === null) {
    // From the end that the key comes from.
    return right !== far ? { from: all.from, to: all.from + length / FIRST } : { from: all.to - length / FIRST, to: all.to };
  }
  const by = far ? length : length / STEPS;
  if (shiftKey) return right ? { from: span.from, to: clamp(all, span.to + by) } : { from: clamp(all, span.from - by), to: span.to };
  const most = right ? Math.max(0, all.to - span.to) : Math.max(0, span.from - all.from);
  const step = right ? Math.min(most, by) : -Math.min(most, by);
  return { from: span.from + step, to: span.to + step };
}

/** The span after a key on one of its edges. Undefined for other keys. */
export function moveSpanEdge(span: TimeSpan, edge: keyof TimeSpan, all: TimeSpan, { key }: SpanKey): TimeSpan | undefined {
  const step = (all.to - all.from) / STEPS;
  const by = { ArrowLeft: -step, ArrowRight: step, Home: Number.NEGATIVE_INFINITY, End: Number.POSITIVE_INFINITY }[key];
  return by === undefined ? undefined : withEdge(span, edge, clamp(all, span[edge] + by));
}

/** One edge elsewhere; it stops at the other. */
export function withEdge(span: TimeSpan, edge: keyof TimeSpan, time: number): TimeSpan {
  return edge === 'from' ? { from: Math.min(time, span.to), to: span.to } : { from: span.from, to: Math.max(time, span.from) };
}
