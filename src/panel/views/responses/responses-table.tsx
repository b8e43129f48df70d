import { usePanel } from '../../context.ts';
import { indexOfRow } from '../../state/row-order.ts';
import { actionOf, stepOf } from '../../state/shortcuts.ts';
import type { ColumnId } from './cell.tsx';
import { ResponseLine } from './response-line.tsx';
import { useTableScroll } from './use-table-scroll.ts';

const COLUMNS: readonly (readonly [ColumnId, string])[] = [
  ['time', 'Time'],
  ['method', 'Method'],
  ['path', 'Path'],
  ['status', 'Status'],
  ['cookie', 'Cookie'],
  ['size', 'Size'],
  ['flags', 'Flags'],
  ['session', 'Session'],
  ['finding', 'Finding'],
];

const HINTS: Partial<Record<ColumnId, string>> = {
  size: 'Name and value as sent, in bytes; the mark is the limit of 4,096 bytes. Solid: what Rails counts. Light: what percent-encoding adds.',
  flags: 'H HttpOnly · S Secure · L, S or N SameSite · P Partitioned',
  session: 'What the response did to the session',
};

/** One line per Set-Cookie line; only what is in sight is in the document. */
export function ResponsesTable() {
  const { view, selection, logouts, rows: store } = usePanel();
  const rows = view.visible.value;
  const selected = selection.selected.value;
  const { scroller, shown, pageSize, onScroll } = useTableScroll(rows, selected, view.place);
  const selectedIndex = selected === null ? -1 : indexOfRow(rows, selected);

  const onKeyDown = (event: KeyboardEvent): void => {
    const action = actionOf('rows', event);
    const by = stepOf(action, pageSize, rows.length);
    if (by !== undefined) selection.move(rows, by);
    else if (action === 'open') selection.openDetails();
    else if (action === 'close' && selection.detailsOpen.peek()) selection.closeDetails();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: see Cell
    <div
      class="table"
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label="Responses"
      aria-rowcount={rows.length + 1}
      aria-colcount={COLUMNS.length}
      aria-activedescendant={selectedIndex >= shown.first && selectedIndex < shown.end ? `row-${selectedIndex}` : undefined}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see Cell */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus */}
      <div class="table-head" role="row" aria-rowindex={1}>
        {COLUMNS.map(([id, label]) => (
          // biome-ignore lint/a11y/useSemanticElements: see Cell
          // biome-ignore lint/a11y/useFocusableInteractive: nothing to do with a column yet
          <div key={id} class={`cell cell-${id}`} role="columnheader" title={HINTS[id]}>
            {label}
          </div>
        ))}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: see Cell */}
      <div class="table-body" role="rowgroup" data-testid="rows" style={{ height: `${shown.height}px` }}>
        {rows.slice(shown.first, shown.end).map((row, offset) => (
          <ResponseLine
            key={row.id}
            row={row}
            index={shown.first + offset}
            selected={row.id === selected?.id}
            withHost={store.severalHosts.value}
            logout={logouts.byRow.value.get(row.id) ?? null}
            onOpen={() => {
              selection.select(row);
              selection.openDetails();
            }}
          />
        ))}
      </div>
    </div>
  );
}
