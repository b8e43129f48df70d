import { render } from 'preact';
import type { WorkerPort } from '../worker/connect.ts';
import { PanelContext } from './context.ts';
import type { PanelHost } from './host.ts';
import { keepFocus } from './keep-focus.ts';
import { createPanelState } from './state/panel-state.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/filter.css';
import './styles/find.css';
import './styles/responses.css';
import './styles/columns.css';
import './styles/overview.css';
import './styles/details.css';
import './styles/cookies.css';
import './styles/history.css';
import './styles/identity-keys.css';
import './styles/diff.css';
import './styles/overlap.css';
import './styles/logouts.css';
import './styles/secrets.css';
import './styles/compare-store.css';
import './styles/export.css';
import './styles/menu.css';
import './styles/help.css';
import './styles/import.css';
import './styles/compare.css';
import './styles/forced-colors.css';
import { PanelFrame } from './views/panel-frame.tsx';

/** Puts the panel into the document. */
export function renderPanel(root: Element, port: WorkerPort, host: PanelHost): void {
  document.documentElement.dataset.browser = host.browser;
  const state = createPanelState(port, host, () => crypto.randomUUID());
  render(
    <PanelContext.Provider value={state}>
      <PanelFrame />
    </PanelContext.Provider>,
    root,
  );
  keepFocus(root);
}

export function applyTheme(theme: 'light' | 'dark'): void {
  document.documentElement.dataset.theme = theme;
}
