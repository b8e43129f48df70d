import { useRef, useState } from 'preact/hooks';
import { ColumnResizer } from '../../components/column-resizer.tsx';
import { Icon } from '../../components/icon.tsx';
import { SortMark, sortDirection } from '../../components/sort-mark.tsx';
import { useColumnEdges } from '../../components/use-column-edges.ts';
import { usePanel } from '../../context.ts';
import { RESPONSE_COLUMN_IDS, RESPONSE_TRACKS, type ResponseColumn } from '../../state/response-columns.ts';
import { actionOf, stepOf } from '../../state/shortcuts.ts';
import { message } from '../../text/message.ts';
import { columnHint, columnTitle } from '../../text/response-column.ts';

interface ResponsesHeadProps {
  readonly columns: readonly ResponseColumn[];
  /** Opens the menu of columns at this place of the window. */
  readonly onMenu: (at: { readonly x: number; readonly y: number }) => void;
}

/** The heads of the columns: one tab stop, arrows go from one to the next; a click sorts. Each has its edge to drag. */
export function ResponsesHead({ columns, onMenu }: ResponsesHeadProps) {
  const { view, layout } = usePanel();
  const head = useRef<HTMLDivElement>(null);
  const [wanted, setCurrent] = useState<ResponseColumn>('time');
  const current = columns.includes(wanted) ? wanted : columns[0];
  const headOf = (column: ResponseColumn) => head.current?.querySelector<HTMLElement>(`.cell-${column}`) ?? null;
  const edges = useColumnEdges(columns, RESPONSE_TRACKS, layout.responses, headOf);
  const sort = view.sort.value;

  const onKeyDown = (event: KeyboardEvent): void => {
    const action = event.target instanceof HTMLButtonElement ? actionOf('heads', event) : null;
    if (action === null) return;
    event.stopPropagation();
    // The button's own; the grid is not to have it too.
    if (action === 'sort') return;
    event.preventDefault();
    const by = stepOf(action, 0, columns.length);
    const at = current === undefined ? -1 : columns.indexOf(current);
    const column = by === undefined ? undefined : columns[Math.max(0, Math.min(columns.length - 1, at + by))];
    if (column === undefined) head.current?.closest<HTMLElement>('[role=grid]')?.focus();
    else {
      setCurrent(column);
      headOf(column)?.querySelector('button')?.focus();
    }
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: see Cell
    // biome-ignore lint/a11y/useFocusableInteractive: its buttons have the focus
    <div
      class="table-head"
      role="row"
      aria-rowindex={1}
      ref={head}
      onKeyDown={onKeyDown}
      onContextMenu={(event) => {
        event.preventDefault();
        // The table around it has a menu of its rows.
        event.stopPropagation();
        const box = event.currentTarget.getBoundingClientRect();
        // The menu key gives no place.
        onMenu(event.clientX === 0 && event.clientY === 0 ? { x: box.left, y: box.bottom } : { x: event.clientX, y: event.clientY });
      }}
    >
      {columns.map((column, index) => (
        // biome-ignore lint/a11y/useSemanticElements: see Cell
        // biome-ignore lint/a11y/useFocusableInteractive: its button has the focus
        <div
          key={column}
          class={`cell cell-${column}`}
          role="columnheader"
          aria-sort={sortDirection(sort, column)}
          aria-colindex={RESPONSE_COLUMN_IDS.indexOf(column) + 1}
          data-testid={`head-${column}`}
        >
          <button
            type="button"
            class="head-button"
            tabIndex={column === current ? 0 : -1}
            title={columnHint(column)}
            data-testid={`sort-${column}`}
            onFocus={() => setCurrent(column)}
            onClick={() => view.sortBy(column)}
          >
            <span class="head-title">{columnTitle(column)}</span>
            <SortMark direction={sortDirection(sort, column)} />
          </button>
          {index < columns.length - 1 ? (
            <ColumnResizer
              title={columnTitle(column)}
              width={layout.responses.widths.value[column]}
              inTabOrder={column === current}
              testid={`resize-${column}`}
              onStart={edges.start}
              onMove={(by) => edges.move(column, by)}
              onReset={() => edges.reset(column)}
            />
          ) : (
            <ColumnsButton onMenu={onMenu} />
          )}
        </div>
      ))}
    </div>
  );
}

function ColumnsButton({ onMenu }: Pick<ResponsesHeadProps, 'onMenu'>) {
  return (
    <button
      type="button"
      class="columns-button"
      title={message('tableColumns')}
      aria-label={message('tableColumns')}
      aria-haspopup="menu"
      data-testid="columns"
      onClick={(event) => {
        const { left, bottom } = event.currentTarget.getBoundingClientRect();
        onMenu({ x: left, y: bottom });
      }}
    >
      <Icon name="columns" />
    </button>
  );
}
