import { usePanel } from '../../context.ts';
import { indexOfRow } from '../../state/row-order.ts';
import { type MessageKey, message } from '../../text/message.ts';
import type { ColumnId } from './cell.tsx';
import { ResponseLine } from './response-line.tsx';
import { useTableScroll } from './use-table-scroll.ts';

const COLUMNS: readonly (readonly [ColumnId, MessageKey])[] = [
  ['time', 'columnTime'],
  ['method', 'columnMethod'],
  ['path', 'columnPath'],
  ['status', 'columnStatus'],
  ['cookie', 'columnCookie'],
  ['size', 'columnSize'],
  ['flags', 'columnFlags'],
  ['session', 'columnSession'],
  ['finding', 'columnFinding'],
];

const HINTS: Partial<Record<ColumnId, MessageKey>> = {
  size: 'responsesHintSize',
  flags: 'responsesHintFlags',
  session: 'responsesHintSession',
};

function hintOf(id: ColumnId): string | undefined {
  const hint = HINTS[id];
  return hint && message(hint);
}

/** One line per Set-Cookie line; only what is in sight is in the document. */
export function ResponsesTable() {
  const { view, selection, logouts, rows: store } = usePanel();
  const rows = view.visible.value;
  const selected = selection.selected.value;
  const { scroller, shown, pageSize, onScroll } = useTableScroll(rows, selected, view.place);
  const selectedIndex = selected === null ? -1 : indexOfRow(rows, selected);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const all = rows.length;
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: pageSize, PageUp: -pageSize, Home: -all, End: all }[event.key];
    if (by !== undefined) selection.move(rows, by);
    else if (event.key === 'Enter') selection.openDetails();
    else if (event.key === 'Escape' && selection.detailsOpen.peek()) selection.closeDetails();
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
      aria-label={message('viewResponses')}
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
          <div key={id} class={`cell cell-${id}`} role="columnheader" title={hintOf(id)}>
            {message(label)}
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
