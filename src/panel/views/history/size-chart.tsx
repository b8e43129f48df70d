import { BROWSER_COOKIE_LIMIT } from '../../../core/readers/rails/limits.ts';
import type { VersionView } from '../../../core/report/history-view.ts';
import { EventShape } from '../../components/event-mark.tsx';
import { useWidth } from '../../components/use-width.ts';
import { usePanel } from '../../context.ts';
import { type MarkName, markOf } from '../../text/history-event.ts';
import { formatCount } from '../../text/numbers.ts';

const HEIGHT = 72;
/** Room for marks above, and for the numbers at the left. */
const TOP = 14;
const BOTTOM = 6;
const LEFT = 44;
const RIGHT = 14;
/** Marks that would stand in one another are left out; those of refused versions stand above the others. */
const MARK_GAP = 11;

const MARKED: readonly MarkName[] = ['signed-in', 'signed-out', 'reset', 'cleared', 'refused'];

/** Dots of versions that stand nearer are left out. */
const DOT_GAP = 3;

interface SizeChartProps {
  readonly versions: readonly VersionView[];
  /** The very same array when nothing is filtered; else the others stand back. */
  readonly listed: readonly VersionView[];
}

/** Size of each version against the limit, by their order. Decoration for the pointer: the log below says it all. */
export function SizeChart({ versions, listed }: SizeChartProps) {
  const { history } = usePanel();
  const { frame, width } = useWidth();
  const highest = versions.reduce((most, { wire }) => Math.max(most, wire), BROWSER_COOKIE_LIMIT);
  const step = (width - LEFT - RIGHT) / Math.max(1, versions.length - 1);
  const xOf = (index: number): number => LEFT + (versions.length === 1 ? (width - LEFT - RIGHT) / 2 : index * step);
  const yOf = (bytes: number): number => HEIGHT - BOTTOM - (bytes / highest) * (HEIGHT - TOP - BOTTOM);
  const at = (event: MouseEvent): VersionView | undefined => {
    const index = Math.round((event.offsetX - LEFT) / step);
    return versions[versions.length === 1 ? 0 : Math.max(0, Math.min(versions.length - 1, index))];
  };
  const kept = versions.flatMap((version, index) => (version.refused === null && !version.ignored ? [{ version, x: xOf(index) }] : []));
  const line = kept.map(({ version, x }) => `${x.toFixed(1)} ${yOf(version.deleted ? 0 : version.wire).toFixed(1)}`);
  const looked = history.hovered.value ?? history.active.value;
  const lookedAt = versions.findIndex(({ id }) => id === looked);
  const passing = listed === versions ? null : new Set(listed.map(({ id }) => id));
  const dots =
    passing === null
      ? []
      : apart(
          versions.flatMap(({ id }, index) => (passing.has(id) ? [index] : [])),
          step,
          DOT_GAP,
        );
  const lastAt = { refused: Number.NEGATIVE_INFINITY, other: Number.NEGATIVE_INFINITY };
  const marks = versions.flatMap((version, index) => {
    const [mark, x] = [markOf(version), xOf(index)];
    const place = mark === 'refused' ? 'refused' : 'other';
    if (!MARKED.includes(mark) || passing?.has(version.id) === false || x - lastAt[place] < MARK_GAP) return [];
    lastAt[place] = x;
    return [{ version, mark, x }];
  });
  return (
    <div class="size-chart" ref={frame} aria-hidden="true" data-testid="size-chart">
      {width > 0 && (
        <svg
          class={passing === null ? '' : 'chart-filtered'}
          width={width}
          height={HEIGHT}
          focusable="false"
          aria-hidden="true"
          onMouseMove={(event) => {
            history.hovered.value = at(event)?.id ?? null;
          }}
          onMouseLeave={() => {
            history.hovered.value = null;
          }}
          onClick={(event) => {
            const version = at(event);
            if (version !== undefined) history.open(version.id);
          }}
        >
          <rect class="chart-ground" width={width} height={HEIGHT} />
          <text class="chart-number" x={LEFT - 6} y={yOf(BROWSER_COOKIE_LIMIT) + 4}>
            {formatCount(BROWSER_COOKIE_LIMIT)}
          </text>
          <text class="chart-number" x={LEFT - 6} y={yOf(0) + 1}>
            0
          </text>
          <path class="chart-axis" d={`M${LEFT} ${yOf(0)}H${width - RIGHT}`} />
          <path class="chart-limit" d={`M${LEFT} ${yOf(BROWSER_COOKIE_LIMIT)}H${width - RIGHT}`} />
          {lookedAt >= 0 && <path class="chart-cursor" d={`M${xOf(lookedAt)} ${TOP - 8}V${yOf(0)}`} />}
          {line.length > 1 && (
            <path class="chart-area" d={`M${line.join('L')}L${kept.at(-1)?.x ?? 0} ${yOf(0)}L${kept[0]?.x ?? 0} ${yOf(0)}z`} />
          )}
          {line.length > 1 && <path class="chart-line" d={`M${line.join('L')}`} />}
          {line.length === 1 && kept[0] && <circle class="chart-dot" cx={kept[0].x} cy={yOf(kept[0].version.wire)} r={3} />}
          {dots.map((index) => {
            const { id, deleted, wire } = versions[index] as VersionView;
            return <circle key={id} class="chart-dot" cx={xOf(index)} cy={yOf(deleted ? 0 : wire)} r={2.5} />;
          })}
          {marks.map(({ version, mark, x }) => (
            <EventShape
              key={version.id}
              mark={mark}
              x={x}
              y={Math.max(7, yOf(version.deleted ? 0 : version.wire) - (mark === 'refused' ? 0 : 9))}
            />
          ))}
        </svg>
      )}
    </div>
  );
}

/** Places so many pixels apart, without those that stand nearer to the one before than `gap`. */
function apart(places: readonly number[], step: number, gap: number): readonly number[] {
  let last = Number.NEGATIVE_INFINITY;
  return places.filter((place) => {
    if ((place - last) * step < gap) return false;
    last = place;
    return true;
  });
}
