import { BROWSER_COOKIE_LIMIT } from '../../../core/readers/rails/limits.ts';
import { EventShape } from '../../components/event-mark.tsx';
import type { Overview, OverviewEvent } from '../../state/overview.ts';
import { formatCount } from '../../text/numbers.ts';
import { overviewText } from '../../text/overview.ts';

/** In CSS pixels; `overview.css` has the same height. */
export const HEIGHT = 40;
/** Room for the number of the limit at the left. */
export const LEFT = 38;
export const RIGHT = 8;
const MARKS = 7;
const TOP = 14;
const BASE = HEIGHT - 3;
/** What exceeds the limit by more is cut off: how far it is over says the tooltip. */
const BEYOND_LIMIT = 1.3;

const SHAPES: Record<OverviewEvent, 'signed-out' | 'refused' | 'signed-in' | 'cleared'> = {
  'logged-out': 'signed-out',
  refused: 'refused',
  'signed-in': 'signed-in',
  'signed-out': 'signed-out',
  cleared: 'cleared',
};

/** Shades are told apart up to this many; the tooltip names them all. */
export const SHADES = 4;

/** A step line through the columns' sizes; a jump is one vertical line. */
function stepLine(sizes: Int32Array, yOf: (bytes: number) => number): string {
  let path = '';
  let before = -1;
  for (let column = 0; column < sizes.length; column++) {
    const size = sizes[column] ?? -1;
    if (size === before) continue;
    path += before < 0 ? `M${LEFT + column} ${yOf(size)}` : `H${LEFT + column}V${yOf(size)}`;
    before = size;
  }
  return before < 0 ? '' : `${path}H${LEFT + sizes.length}`;
}

/** Sizes of the sessions against the limit, with what happened above them. */
export function OverviewChart({ overview }: { readonly overview: Overview }) {
  const { columns, series, highest, marks } = overview;
  const top = Math.max(BROWSER_COOKIE_LIMIT * 1.04, Math.min(highest, BROWSER_COOKIE_LIMIT * BEYOND_LIMIT));
  const yOf = (bytes: number): number => Math.round((BASE - (Math.min(bytes, top) / top) * (BASE - TOP)) * 10) / 10;
  const limit = yOf(BROWSER_COOKIE_LIMIT);
  return (
    <svg
      class="overview-chart"
      width={LEFT + columns + RIGHT}
      height={HEIGHT}
      focusable="false"
      role="img"
      aria-label={overviewText(overview)}
    >
      <text class="chart-number" x={LEFT - 5} y={limit + 3}>
        {formatCount(BROWSER_COOKIE_LIMIT)}
      </text>
      <path class="chart-axis" d={`M${LEFT} ${BASE + 0.5}h${columns}`} />
      {series.map(({ sizes }, index) => (
        // A cookie has its place for as long as the recording lasts.
        <path key={index} class={`overview-line overview-shade-${index % SHADES}`} d={stepLine(sizes, yOf)} />
      ))}
      <path class="chart-limit" d={`M${LEFT} ${limit}h${columns}`} />
      {marks.map(({ column, event }) => (
        <g key={`${column} ${event}`} class={`overview-mark overview-mark-${event}`} data-testid="overview-mark" data-event={event}>
          {/* A logout hangs on a line: what is lost is told from who left by more than colour. */}
          {(event === 'logged-out' || event === 'refused') && (
            <path class="overview-stem" d={`M${LEFT + column + 0.5} ${MARKS + 4}V${BASE}`} />
          )}
          <EventShape mark={SHAPES[event]} x={LEFT + column + 0.5} y={MARKS} />
        </g>
      ))}
    </svg>
  );
}
