import { eventsAround, type Overview } from '../../state/overview.ts';
import { message } from '../../text/message.ts';
import { formatBytes, formatTime } from '../../text/numbers.ts';
import { eventText } from '../../text/overview.ts';
import { LEFT, SHADES } from './overview-chart.tsx';

/** As far beside the pointer as a mark is wide, in pixels. */
const REACH = 5;
/** Widest, as `overview.css` has it. */
const WIDTH = 260;

/** What there is at the pointer: the time, every session's size, what happened. */
export function OverviewTip({ overview, column }: { readonly overview: Overview; readonly column: number }) {
  const { span, columns, series } = overview;
  const time = span.from + ((column + 0.5) / columns) * (span.to - span.from);
  const sized = series.flatMap(({ name, sizes }, index) => {
    const size = sizes[column] ?? -1;
    return size < 0 ? [] : [{ name, size, index }];
  });
  const left = Math.max(2, Math.min(LEFT + column + 10, LEFT + columns - WIDTH));
  return (
    <>
      <div class="overview-cursor" style={{ left: `${LEFT + column}px` }} />
      <div class="overview-tip" style={{ left: `${left}px` }} aria-hidden="true" data-testid="overview-tip">
        <b>{formatTime(time)}</b>
        {sized.map(({ name, size, index }) => (
          <span key={index} class="overview-tip-size">
            <i class={`overview-swatch overview-shade-${index % SHADES}`} />
            <span class="overview-tip-name">{name}</span>
            <span class="number">{formatBytes(size)}</span>
          </span>
        ))}
        {eventsAround(overview, column, REACH).map((each) => (
          <span key={each.event} class={`overview-tip-event overview-mark-${each.event}`}>
            {eventText(each)}
          </span>
        ))}
        <span class="overview-tip-hint">{message('overviewDrag')}</span>
      </div>
    </>
  );
}
