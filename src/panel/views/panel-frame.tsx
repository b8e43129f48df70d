import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Split } from '../components/split.tsx';
import { usePanel } from '../context.ts';
import { CompareStoreResult } from './cookies/compare-store.tsx';
import { Details } from './details/details.tsx';
import { Responses } from './responses/responses.tsx';
import { SecretsDrawer } from './secrets/secrets-drawer.tsx';
import { StatusBar } from './status-bar.tsx';
import { Toolbar } from './toolbar/toolbar.tsx';

/** From this width on, the details stand beside the table. */
const WIDE = 700;

/** The whole panel. */
export function PanelFrame() {
  const { selection, secrets, split } = usePanel();
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
      <div class="panel-main">
        <Split
          beside={beside}
          share={beside ? split.beside : split.below}
          label="Resize details"
          first={<Responses />}
          second={selection.detailsOpen.value ? <Details /> : null}
        />
        {secrets.drawerOpen.value && <SecretsDrawer />}
      </div>
      <CompareStoreResult />
      <StatusBar />
    </div>
  );
}
