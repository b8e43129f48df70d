import type { ComponentType } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { onDemand } from '../components/on-demand.tsx';
import { Split } from '../components/split.tsx';
import { usePanel } from '../context.ts';
import type { ViewTab } from '../state/panel-state.ts';
import { message } from '../text/message.ts';
import { CompareStoreResult } from './cookies/compare-store.tsx';
import { Cookies } from './cookies/cookies.tsx';
import { CopyMenu } from './details/copy-menu.tsx';
import { useShortcuts } from './help/use-shortcuts.ts';
import { DropHint } from './import/drop-hint.tsx';
import { RecordingStrip } from './import/recording-strip.tsx';
import { OverviewStrip } from './overview/overview.tsx';
import { Responses } from './responses/responses.tsx';
import { StatusBar } from './status-bar.tsx';
import { Toolbar } from './toolbar/toolbar.tsx';
import { ViewTabs } from './view-tabs.tsx';

const later = () => import('./later.ts');
const Compare = onDemand(async () => (await later()).Compare);
const CellDetails = onDemand(async () => (await later()).CellDetails);
const Details = onDemand(async () => (await later()).Details);
const HelpDialog = onDemand(async () => (await later()).HelpDialog);
const History = onDemand(async () => (await later()).History);
const VersionDetails = onDemand(async () => (await later()).VersionDetails);
const Logouts = onDemand(async () => (await later()).Logouts);
const SecretsDrawer = onDemand(async () => (await later()).SecretsDrawer);

/** From this width on, the details stand beside the table. */
const WIDE = 700;

const VIEWS: Record<ViewTab, ComponentType> = {
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
  useShortcuts();
  const { secrets, layout, viewTab, help } = usePanel();
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
      <header class="panel-head">
        <h1 class="visually-hidden">{message('extName')}</h1>
        <Toolbar />
        <RecordingStrip />
        <OverviewStrip />
        <ViewTabs />
      </header>
      <div class="panel-main">
        <main class="panel-view">
          <div class="panel-view" role="tabpanel" id={`tabpanel-${shown}`} aria-labelledby={`tab-${shown}`}>
            <Split
              beside={beside}
              share={beside ? layout.split.beside : layout.split.below}
              label={message('frameResize')}
              first={<View />}
              second={details}
            />
          </div>
          <CopyMenu />
        </main>
        {secrets.drawerOpen.value && <SecretsDrawer />}
      </div>
      <CompareStoreResult />
      <StatusBar />
      <DropHint />
      {help.value && <HelpDialog />}
    </div>
  );
}
