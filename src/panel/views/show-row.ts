import type { ResponseRow } from '../../core/report/response-row.ts';
import type { PanelState } from '../state/panel-state.ts';
import type { DetailTab } from '../state/selection.ts';

/** Leads to a row in Responses, whatever hides it there, and opens its details. */
export function showRow({ viewTab, view, selection }: PanelState, row: ResponseRow, tab: DetailTab): void {
  if (!view.visible.peek().includes(row)) view.showEverything();
  selection.tab.value = tab;
  selection.select(row);
  selection.openDetails();
  viewTab.value = 'responses';
  // The link goes with its view, and the focus with it; the other view's grid is there once it has rendered.
  setTimeout(() => document.querySelector<HTMLElement>('[role=grid]')?.focus(), 0);
}
