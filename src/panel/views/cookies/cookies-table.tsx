import { ColumnMenu, useColumnMenu } from '../../components/column-menu.tsx';
import { useListScroll } from '../../components/use-list-scroll.ts';
import { usePanel } from '../../context.ts';
import { columnTracks } from '../../state/column-tracks.ts';
import { COOKIE_COLUMN_IDS, COOKIE_TRACKS, type CookieColumn, nextSort } from '../../state/cookie-order.ts';
import { actionOf } from '../../state/shortcuts.ts';
import { columnTitle } from '../../text/cookie-cell.ts';
import { message } from '../../text/message.ts';
import { CookieHead } from './cookie-head.tsx';
import { CookieLine } from './cookie-line.tsx';

/** The grid holds the focus and names the active cell; only the rows in sight are in the document. */
export function CookiesTable() {
  const { cookies, layout } = usePanel();
  const rows = cookies.visible.value;
  const columns = cookies.columns.value;
  const cell = cookies.active.value;
  const active = cell !== null && columns.includes(cell.column) ? cell : null;
  const activeRow = active?.id == null ? -1 : rows.findIndex(({ id }) => id === active.id);
  const { scroller, shown, pageSize, onScroll } = useListScroll({
    rows,
    activeRow,
    active,
    edge: 'start',
    place: cookies.place,
    placeOf: (cookie) => {
      const index = rows.findIndex(({ id }) => id === cookie.id);
      return index < 0 ? null : index;
    },
    sideways: (element) => (active === null ? 0 : untilColumn(element, active.column)),
  });

  const { template, least } = columnTracks(columns, COOKIE_TRACKS, layout.cookies.widths.value);
  const menu = useColumnMenu(scroller);
  const sortBy = (column: CookieColumn): void => {
    cookies.sort.value = nextSort(cookies.sort.peek(), column);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const action = actionOf('cells', event);
    const all = rows.length + 1;
    const across = columns.length;
    const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
      next: [1, 0],
      previous: [-1, 0],
      right: [0, 1],
      left: [0, -1],
      pageDown: [pageSize, 0],
      pageUp: [-pageSize, 0],
      rowStart: [0, -across],
      rowEnd: [0, across],
      first: [-all, -across],
      last: [all, across],
    };
    const by = action === null ? undefined : steps[action];
    if (by !== undefined) cookies.move(...by);
    else if (action === 'open' && active?.id === null) sortBy(active.column);
    else if (action === 'open') cookies.open(active ?? { id: rows[0]?.id ?? null, column: columns[0] ?? 'name' });
    else if (action === 'close' && cookies.detailsOpen.peek()) cookies.detailsOpen.value = false;
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: rows are placed by the window, which table elements do not allow */}
      <div
        class="table cookies-table"
        ref={scroller}
        role="grid"
        tabIndex={0}
        aria-label={message('cookiesLabel')}
        aria-rowcount={rows.length + 1}
        aria-colcount={COOKIE_COLUMN_IDS.length}
        aria-activedescendant={activeId(active, activeRow, shown)}
        style={{ '--columns': template, '--columns-least': least }}
        onScroll={onScroll}
        onKeyDown={onKeyDown}
      >
        <CookieHead
          columns={columns}
          sort={cookies.sort.value}
          active={active?.id === null ? active.column : null}
          onSort={sortBy}
          onMenu={menu.open}
        />
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        <div class="table-body" role="rowgroup" data-testid="cookie-rows" style={{ height: `${shown.height}px` }}>
          {rows.slice(shown.first, shown.end).map((cookie, offset) => (
            <CookieLine
              key={cookie.id}
              cookie={cookie}
              columns={columns}
              index={shown.first + offset}
              active={cookie.id === active?.id ? active.column : null}
              onOpen={(column) => cookies.open({ id: cookie.id, column })}
            />
          ))}
        </div>
      </div>
      {menu.at !== null && (
        <ColumnMenu
          at={menu.at}
          layout={layout.cookies}
          columns={COOKIE_COLUMN_IDS}
          shown={columns}
          titleOf={columnTitle}
          onClose={menu.close}
        />
      )}
    </>
  );
}

/** The head's cells are always in the document, whatever row is active; the names stay at the left above the other columns. */
function untilColumn({ scrollLeft, clientWidth }: HTMLElement, column: CookieColumn): number {
  const cell = document.getElementById(`cookie-head-${column}`);
  const names = document.getElementById('cookie-head-name');
  if (cell === null || column === 'name') return 0;
  const end = cell.offsetLeft + cell.offsetWidth - clientWidth;
  return Math.min(cell.offsetLeft - (names?.offsetWidth ?? 0), Math.max(end, scrollLeft)) - scrollLeft;
}

interface Shown {
  readonly first: number;
  readonly end: number;
}

function activeId(active: { readonly id: string | null; readonly column: CookieColumn } | null, row: number, shown: Shown) {
  if (active === null) return undefined;
  if (active.id === null) return `cookie-head-${active.column}`;
  return row >= shown.first && row < shown.end ? `cookie-${row}-${active.column}` : undefined;
}
