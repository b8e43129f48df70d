import type { PanelState } from '../state/panel-state.ts';

/** Leads to a verdict in Logouts, and opens it. */
export function showLogout({ viewTab, logouts }: PanelState, id: string): void {
  logouts.open(id);
  viewTab.value = 'logouts';
  // It is there once the view has rendered.
  setTimeout(() => {
    const head = document.querySelector<HTMLElement>(`[data-logout=${JSON.stringify(id)}] .logout-head`);
    head?.scrollIntoView({ block: 'start' });
    head?.focus();
  }, 0);
}
