import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import { usePanel } from '../../context.ts';
import { createOverview } from '../../state/overview.ts';
import { message } from '../../text/message.ts';
import { Brush } from './brush.tsx';
import { LEFT, OverviewChart, RIGHT } from './overview-chart.tsx';
import { OverviewTip } from './overview-tip.tsx';

/** Columns that a mark takes. */
const MARK_ROOM = 11;

/** The sessions' sizes over time. While it is unfolded it has its height, whatever there is to show. */
export function OverviewStrip() {
  const { layout } = usePanel();
  return layout.overview.value ? <Strip /> : null;
}

function Strip() {
  const { view, logouts, connected } = usePanel();
  const frame = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(0);
  const [pointed, setPointed] = useState<number | null>(null);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setWidth(Math.max(0, element.clientWidth - LEFT - RIGHT)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const rows = view.unfiltered.value;
  const byRow = logouts.byRow.value;
  const overviewOf = useMemo(createOverview, []);
  const overview = useMemo(() => (width === 0 ? null : overviewOf(rows, byRow, width, MARK_ROOM)), [rows, byRow, width]);
  return (
    <section class="overview" ref={frame} aria-label={message('overviewLabel')} data-testid="overview">
      {overview === null ? (
        connected.value && <p class="overview-empty">{message('overviewEmpty')}</p>
      ) : (
        <>
          <OverviewChart overview={overview} />
          {pointed !== null && pointed < overview.columns && <OverviewTip overview={overview} column={pointed} />}
          <Brush all={overview.span} width={overview.columns} onPoint={setPointed} />
        </>
      )}
    </section>
  );
}

/** Folds the strip away, and unfolds it. */
export function OverviewToggle() {
  const { layout } = usePanel();
  const open = layout.overview.value;
  const hint = message(open ? 'overviewFold' : 'overviewUnfold');
  return (
    <button
      type="button"
      class="tool overview-toggle"
      title={hint}
      aria-label={message('overviewLabel')}
      aria-expanded={open}
      data-testid="overview-toggle"
      onClick={() => {
        layout.overview.value = !open;
      }}
    >
      <Icon name="overview" />
    </button>
  );
}
