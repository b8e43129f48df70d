import type { PanelState } from '../../state/panel-state.ts';

/** The context menu of a row, by the pointer or, for the selected one, by the Menu key or Shift+F10. */
export function openRowMenu(event: MouseEvent, { selection, rows, copyMenu }: PanelState): void {
  const pointed = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row-id]') : null;
  const row = pointed === null ? selection.selected.peek() : (rows.get(pointed.dataset.rowId ?? '') ?? null);
  if (row === null) return;
  event.preventDefault();
  selection.select(row);
  if (pointed !== null) {
    copyMenu.openFor(row.id, { x: event.clientX, y: event.clientY });
    return;
  }
  const { left, bottom } = (document.querySelector('[role=row][aria-selected=true]') ?? document.body).getBoundingClientRect();
  copyMenu.openFor(row.id, { x: left + 40, y: bottom });
}
