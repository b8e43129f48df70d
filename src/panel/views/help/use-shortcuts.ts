import { useEffect } from 'preact/hooks';
import { usePanel } from '../../context.ts';
import type { PanelState, ViewTab } from '../../state/panel-state.ts';
import { actionOf } from '../../state/shortcuts.ts';

const VIEWS: readonly ViewTab[] = ['responses', 'cookies', 'history', 'logouts', 'compare'];

/** What a text is typed into; letters there are letters. */
const FIELDS = 'textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=button], [type=file])';

/**
 * The keys that work everywhere. They are heard at the body: after whatever has the focus, which may have used the key, and before the
 * document, where DevTools listens. DevTools gets every key that the panel does not use.
 */
export function useShortcuts(): void {
  const panel = usePanel();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const typing = event.target instanceof Element && event.target.closest(FIELDS) !== null;
      const character = event.key.length === 1 && !event.ctrlKey && !event.metaKey;
      if (event.defaultPrevented || event.isComposing || (typing && character)) return;
      if (!press(event) && !run(panel, event)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.body.addEventListener('keydown', onKeyDown);
    return () => document.body.removeEventListener('keydown', onKeyDown);
  }, [panel]);
}

/** Not left to the button or link: Firefox’s DevTools may keep the key press that would click it. */
function press({ key, target, repeat, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  if (key !== 'Enter' || repeat || ctrlKey || altKey || metaKey || !(target instanceof HTMLElement)) return false;
  if (!target.matches('button, a[href]')) return false;
  target.click();
  return true;
}

/** False where there was nothing to do. */
function run(panel: PanelState, event: KeyboardEvent): boolean {
  const action = actionOf('panel', event);
  const { viewTab, secrets, view, help, recordings } = panel;
  const views = VIEWS.filter((one) => one !== 'compare' || recordings.beside.peek() !== null);
  // It has the focus to itself.
  if (help.peek()) return false;
  switch (action) {
    case null:
      return false;
    case 'responses':
    case 'cookies':
    case 'history':
    case 'logouts':
    case 'compare':
      return views.includes(action) && show(panel, action);
    case 'previousView':
      return show(panel, views.at(views.indexOf(viewTab.peek()) - 1));
    case 'nextView':
      return show(panel, views[(views.indexOf(viewTab.peek()) + 1) % views.length]);
    case 'filter': {
      const field = document.querySelector<HTMLInputElement>('[data-testid=filter]');
      field?.select();
      return field !== null;
    }
    case 'pause':
      view.togglePause();
      return true;
    case 'clear':
      if (recordings.shown.peek() !== null) return false;
      panel.clear();
      return true;
    case 'secrets':
      secrets.drawerOpen.value = !secrets.drawerOpen.peek();
      return true;
    case 'help':
      help.value = true;
      return true;
    case 'close':
      return closeInnermost(panel);
  }
}

/** Some views have to ask the worker first. */
const FRAMES_TO_WAIT = 60;

function show({ viewTab }: PanelState, view: ViewTab | undefined): boolean {
  if (view === undefined) return false;
  viewTab.value = view;
  const tab = document.querySelector<HTMLElement>(`#tab-${view}`);
  tab?.focus();
  // The keys that come next are for the view, not for its tab.
  const enter = (frames: number): void => {
    if (document.activeElement !== tab) return;
    const first = document.querySelector<HTMLElement>(`#tabpanel-${view} :is([role=grid], .logout-head, .empty button)`);
    if (first !== null) first.focus();
    else if (frames > 0) requestAnimationFrame(() => enter(frames - 1));
  };
  requestAnimationFrame(() => enter(FRAMES_TO_WAIT));
  return true;
}

/** For Escape where nothing has the focus, or where what has it does not listen. */
function closeInnermost({ viewTab, secrets, compareStore, selection, cookies, history }: PanelState): boolean {
  if (secrets.drawerOpen.peek()) {
    secrets.drawerOpen.value = false;
    return true;
  }
  if (compareStore.state.peek().step !== 'idle') {
    compareStore.dismiss();
    return true;
  }
  switch (viewTab.peek()) {
    case 'responses':
      if (!selection.detailsOpen.peek()) return false;
      selection.closeDetails();
      return true;
    case 'cookies':
      if (!cookies.detailsOpen.peek()) return false;
      cookies.detailsOpen.value = false;
      return true;
    case 'history':
      if (history.picking.peek() !== null) history.stopPicking();
      else if (history.opened.peek() !== null) history.close();
      else return false;
      return true;
    case 'logouts':
    case 'compare':
      return false;
  }
}
