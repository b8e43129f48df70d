import type { VersionView } from '../../../core/report/history-view.ts';
import { EventShape } from '../../components/event-mark.tsx';
import type { ListedParent } from '../../state/listed-parents.ts';
import { ROW_HEIGHT, type VirtualWindow } from '../../state/virtual-window.ts';
import { markOf } from '../../text/history-event.ts';

/** Width of a lane in CSS pixels. */
const LANE = 14;
/** Room for so many from the start: the first forks do not move the text. */
const FEWEST_LANES = 3;
/** Lanes beyond share the last one's place. */
const MOST_LANES = 8;

const xOf = (lane: number): number => LANE / 2 + 3 + Math.min(lane, MOST_LANES - 1) * LANE;
const yOf = (row: number, { first }: VirtualWindow): number => (row - first + 0.5) * ROW_HEIGHT;

export function graphWidth(versions: readonly VersionView[]): number {
  const lanes = versions.reduce((most, { lane }) => Math.max(most, lane + 1), FEWEST_LANES);
  return Math.min(lanes, MOST_LANES) * LANE + 8;
}

export interface GraphProps {
  readonly versions: readonly VersionView[];
  readonly parents: ReadonlyMap<string, ListedParent>;
  readonly shown: VirtualWindow;
  readonly width: number;
  /** Id of the version whose row is highlighted. */
  readonly active: string | null;
}

/** Lanes, edges and marks of the rows that are rendered. Decoration: each row says it all in words. */
export function Graph({ versions, parents, shown, width, active }: GraphProps) {
  const { first, end } = shown;
  const edges = versions.flatMap((version, row) => {
    const parent = parents.get(version.id);
    const from = parent?.row ?? -1;
    if (parent === undefined || Math.max(from, row) < first || Math.min(from, row) >= end) return [];
    const lane = versions[from]?.lane ?? 0;
    return [
      {
        id: version.id,
        d: edge(from, lane, row, version.lane, shown),
        lane: version.lane,
        dash: parent.skips ? 'graph-skips' : version.refused !== null || version.ignored ? 'graph-aside' : '',
      },
    ];
  });
  return (
    <svg
      class="history-graph"
      width={width}
      height={Math.max(0, end - first) * ROW_HEIGHT}
      style={{ transform: `translateY(${first * ROW_HEIGHT}px)` }}
      aria-hidden="true"
      focusable="false"
    >
      {edges.map(({ id, d, lane, dash }) => (
        <path key={id} class={`graph-edge graph-lane-${lane % 4} ${dash}`} d={d} />
      ))}
      {versions.slice(first, end).map((version, offset) => {
        const [x, y] = [xOf(version.lane), yOf(first + offset, shown)];
        return (
          <g key={version.id} class={version.id === active ? 'graph-active' : ''}>
            <circle class="graph-halo" cx={x} cy={y} r={6} />
            <EventShape mark={markOf(version)} x={x} y={y} />
          </g>
        );
      })}
    </svg>
  );
}

/** Out of the parent's lane within one row, then down its own; never drawn longer than the window. */
function edge(from: number, fromLane: number, to: number, toLane: number, shown: VirtualWindow): string {
  const [x1, x2, y1, y2] = [xOf(fromLane), xOf(toLane), yOf(from, shown), yOf(to, shown)];
  const [top, bottom] = [-2 * ROW_HEIGHT, (shown.end - shown.first + 2) * ROW_HEIGHT];
  const inside = (y: number): number => Math.max(top, Math.min(bottom, y));
  if (x1 === x2) return `M${x1} ${inside(y1)}V${inside(y2)}`;
  const turn = y1 + Math.sign(y2 - y1) * ROW_HEIGHT;
  const curve = `M${x1} ${y1}C${x1} ${(y1 + turn) / 2 + 2} ${x2} ${(y1 + turn) / 2 - 2} ${x2} ${turn}`;
  // A branch that began far above: its curve is out of sight.
  return turn < top ? `M${x2} ${top}V${inside(y2)}` : `${curve}V${inside(y2)}`;
}
