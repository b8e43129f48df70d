import type { RequestSpan } from '../../core/findings/history-parameters.ts';
import { message } from '../text/message.ts';
import { formatTime } from '../text/numbers.ts';
import { CHARACTER, overlapText, spanLabel } from '../text/overlap.ts';
import { useWidth } from './use-width.ts';

export interface OverlapProps {
  /** The version that both requests carried; null where it has no name here. */
  readonly parent: string | null;
  readonly overwritten: RequestSpan;
  readonly overwriting: RequestSpan;
  /** The recording's clock shows it; else only what the requests carried. */
  readonly overlapped: boolean;
}

const HEIGHT = 96;
const RIGHT = 12;
const BAR = 9;
/** Tops of the two bars, and the axis below. */
const TOPS = [18, 50] as const;
const AXIS = 78;
const FORK = { x: 14, y: (TOPS[0] + TOPS[1] + BAR) / 2 } as const;
/** Where the name of the version that both carried begins. */
const NAME = FORK.x + 9;
/** A bar that would be thinner is no bar. */
const LEAST = 3;

/** Two requests on one axis of time: made of the same version, and the later answer overwrote the earlier one. */
export function OverlapChart(props: OverlapProps) {
  const { parent, overwritten, overwriting, overlapped } = props;
  const { frame, width } = useWidth();
  const left = NAME + (parent?.length ?? 0) * CHARACTER + 6;
  const from = Math.min(overwritten.startedAt, overwriting.startedAt);
  const to = Math.max(overwritten.landedAt, overwriting.landedAt);
  const xOf = (time: number): number => left + ((time - from) / Math.max(1, to - from)) * (width - left - RIGHT);
  const bars = [overwritten, overwriting].map((span, index) => ({
    ...{ span, x: xOf(span.startedAt), end: xOf(span.landedAt), y: TOPS[index] ?? 0 },
    ...{ class: index === 0 ? 'overlap-lost' : 'overlap-kept' },
  }));
  const [, winner] = bars;
  return (
    <div class="overlap" ref={frame} data-testid="overlap">
      {width > 0 && (
        <svg width={width} height={HEIGHT} role="img" aria-label={overlapText(props)} focusable="false">
          {bars.map(({ x, end, y, class: own }) => (
            <g key={y} class={own}>
              <path class="overlap-fork" d={`M${FORK.x} ${FORK.y}C${FORK.x} ${y + BAR / 2} ${FORK.x} ${y + BAR / 2} ${x} ${y + BAR / 2}`} />
              <rect class="overlap-bar" x={x} y={y} width={Math.max(LEAST, end - x)} height={BAR} rx={1.5} />
              <path class="overlap-landed" d={`M${end} ${y - 2}V${AXIS}`} />
            </g>
          ))}
          {bars.map(({ span, y }) => (
            <text key={y} class="overlap-label" x={left} y={y - 5}>
              {spanLabel(span, width - left - RIGHT)}
              <title>{`${span.method} ${span.path}`}</title>
            </text>
          ))}
          <path class="overlap-parent" d={`M${FORK.x} ${FORK.y - 5}l5 5l-5 5l-5 -5z`} />
          <text class="overlap-number" x={NAME} y={FORK.y + 4}>
            {parent}
          </text>
          {winner !== undefined && (
            <>
              <path class="overlap-wins" d={`M${winner.end - 4} ${winner.y + BAR / 2 - 4}l8 8m0 -8l-8 8`} />
              <text class="overlap-wins-word" x={Math.min(winner.end - 7, width - RIGHT)} y={AXIS - 5} text-anchor="end">
                {message('overlapOverwrites')}
              </text>
            </>
          )}
          <path class="overlap-axis" d={`M${left} ${AXIS}H${width - RIGHT}`} />
          <text class="overlap-number" x={left} y={AXIS + 12}>
            {formatTime(from)}
          </text>
          <text class="overlap-number" x={width - RIGHT} y={AXIS + 12} text-anchor="end">
            {formatTime(to)}
          </text>
        </svg>
      )}
      {!overlapped && <p class="muted">{message('overlapByCookies')}</p>}
    </div>
  );
}
