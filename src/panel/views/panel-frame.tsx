import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Split } from '../components/split.tsx';
import { usePanel } from '../context.ts';
import type { ViewTab } from '../state/panel-state.ts';
import { Compare } from './compare/compare.tsx';
import { CellDetails } from './cookies/cell-details.tsx';
import { CompareStoreResult } from './cookies/compare-store.tsx';
import { Cookies } from './cookies/cookies.tsx';
import { Details } from './details/details.tsx';
import { History } from './history/history.tsx';
import { VersionDetails } from './history/version-details.tsx';
import { DropHint } from './import/drop-hint.tsx';
import { RecordingStrip } from './import/recording-strip.tsx';
import { Logouts } from './logouts/logouts.tsx';
import { Responses } from './responses/responses.tsx';
import { SecretsDrawer } from './secrets/secrets-drawer.tsx';
import { StatusBar } from './status-bar.tsx';
import { Toolbar } from './toolbar/toolbar.tsx';
import { ViewTabs } from './view-tabs.tsx';

/** From this width on, the details stand beside the table. */
const WIDE = 700;

const VIEWS: Record<ViewTab, () => JSX.Element> = {
  responses: Responses,
  cookies: Cookies,
  history: History,
  logouts: Logouts,
  compare: Compare,
};

/** The details of the view that shows; null while they are closed. */
function useDetails() {
  const { viewTab, selection, cookies, history } = usePanel();
  if (viewTab.value === 'responses') return selection.detailsOpen.value ? <Details /> : null;
  if (viewTab.value === 'history') return history.opened.value === null ? null : <VersionDetails opened={history.opened.value} />;
  if (viewTab.value === 'logouts' || viewTab.value === 'compare') return null;
  const opened = cookies.opened.value;
  return opened === null ? null : <CellDetails cookie={opened.cookie} column={opened.column} />;
}

/** The whole panel. */
export function PanelFrame() {
  const details = useDetails();
  const { secrets, split, viewTab } = usePanel();
  const shown = viewTab.value;
  const View = VIEWS[shown];
  const frame = useRef<HTMLDivElement>(null);
  const [beside, setBeside] = useState(innerWidth >= WIDE);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setBeside(element.clientWidth >= WIDE));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div class="panel" ref={frame}>
      <Toolbar />
      <RecordingStrip />
      <ViewTabs />
      <div class="panel-main" role="tabpanel" id={`tabpanel-${shown}`} aria-labelledby={`tab-${shown}`}>
        <Split beside={beside} share={beside ? split.beside : split.below} label="Resize details" first={<View />} second={details} />
        {secrets.drawerOpen.value && <SecretsDrawer />}
      </div>
      <CompareStoreResult />
      <StatusBar />
      <DropHint />
    </div>
  );
}
