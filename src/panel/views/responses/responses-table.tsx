import { useCallback, useMemo } from 'preact/hooks';
import type { ResponseRow } from '../../../core/report/response-row.ts';
import { ColumnMenu, useColumnMenu } from '../../components/column-menu.tsx';
import { useListScroll } from '../../components/use-list-scroll.ts';
import { usePanel } from '../../context.ts';
import { columnTracks } from '../../state/column-tracks.ts';
import { RESPONSE_COLUMN_IDS, RESPONSE_TRACKS, shownColumns } from '../../state/response-columns.ts';
import type { ResponseSort } from '../../state/response-order.ts';
import { indexOfRow, lowerBound } from '../../state/row-order.ts';
import type { StickyEdge } from '../../state/scroll-anchor.ts';
import { actionOf, stepOf } from '../../state/shortcuts.ts';
import { createRowSlots } from '../../state/virtual-window.ts';
import { message } from '../../text/message.ts';
import { columnTitle } from '../../text/response-column.ts';
import { ResponseLine } from './response-line.tsx';
import { ResponsesHead } from './responses-head.tsx';
import { openRowMenu } from './row-menu.ts';

/** The newest rows are what is followed; in another order they come in anywhere. */
function edgeOf(sort: ResponseSort | null): StickyEdge {
  if (sort === null) return 'end';
  return sort.column === 'time' ? 'start' : null;
}

/** One line per Set-Cookie line; only what is in sight is in the document. */
export function ResponsesTable() {
  const panel = usePanel();
  const { view, selection, logouts, layout, rows: store } = panel;
  const rows = view.visible.value;
  const order = view.order.value;
  const selected = selection.selected.value;
  const selectedIndex = selected === null ? -1 : indexOfRow(rows, selected, order);
  const { scroller, shown, width, pageSize, onScroll } = useListScroll({
    rows,
    activeRow: selectedIndex,
    active: selected?.id ?? null,
    edge: edgeOf(view.sort.value),
    place: view.place,
    placeOf: (row) => lowerBound(rows, row, order),
  });
  const widths = layout.responses.widths.value;
  const hidden = layout.responses.hidden.value;
  const columns = useMemo(() => shownColumns(hidden, widths, width), [hidden, widths, width]);
  const { template, least } = columnTracks(columns, RESPONSE_TRACKS, widths);
  const menu = useColumnMenu(scroller);

  const openRow = useCallback((row: ResponseRow) => {
    selection.select(row);
    selection.openDetails();
  }, []);
  const slotOf = useMemo(createRowSlots, [])(shown);
  // It stays as it is while the rows under it are scrolled.
  const head = useMemo(() => <ResponsesHead columns={columns} onMenu={menu.open} />, [columns, menu.open]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const action = actionOf('rows', event);
    const by = stepOf(action, pageSize, rows.length);
    if (by !== undefined) selection.move(rows, by, order);
    else if (action === 'open') selection.openDetails();
    else if (action === 'close' && selection.detailsOpen.peek()) selection.closeDetails();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: see Cell */}
      <div
        class="table responses-table"
        ref={scroller}
        role="grid"
        tabIndex={0}
        aria-label={message('viewResponses')}
        aria-rowcount={rows.length + 1}
        aria-colcount={RESPONSE_COLUMN_IDS.length}
        aria-activedescendant={selectedIndex >= shown.first && selectedIndex < shown.end ? `row-${selectedIndex}` : undefined}
        style={{ '--columns': template, '--columns-least': least }}
        onScroll={onScroll}
        onKeyDown={onKeyDown}
        onContextMenu={(event) => openRowMenu(event, panel)}
      >
        {head}
        {/* biome-ignore lint/a11y/useSemanticElements: see Cell */}
        <div class="table-body" role="rowgroup" data-testid="rows" style={{ height: `${shown.height}px` }}>
          {rows.slice(shown.first, shown.end).map((row, offset) => (
            <ResponseLine
              key={slotOf(shown.first + offset)}
              row={row}
              columns={columns}
              index={shown.first + offset}
              selected={row.id === selected?.id}
              withHost={store.severalHosts.value}
              logout={logouts.byRow.value.get(row.id) ?? null}
              onOpen={openRow}
            />
          ))}
        </div>
      </div>
      {menu.at !== null && (
        <ColumnMenu
          at={menu.at}
          layout={layout.responses}
          columns={RESPONSE_COLUMN_IDS}
          shown={columns}
          titleOf={columnTitle}
          onClose={menu.close}
        />
      )}
    </>
  );
}
