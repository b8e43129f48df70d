import { usePanel } from '../../context.ts';
import { COOKIE_COLUMN_IDS, type CookieColumn, nextSort } from '../../state/cookie-order.ts';
import { actionOf } from '../../state/shortcuts.ts';
import { CookieHead } from './cookie-head.tsx';
import { CookieLine } from './cookie-line.tsx';
import { useGridScroll } from './use-grid-scroll.ts';

/** The grid holds the focus and names the active cell; only the rows in sight are in the document. */
export function CookiesTable() {
  const { cookies } = usePanel();
  const rows = cookies.visible.value;
  const active = cookies.active.value;
  const activeRow = active?.id == null ? -1 : rows.findIndex(({ id }) => id === active.id);
  const { scroller, shown, pageSize, onScroll } = useGridScroll(rows, activeRow, active);

  const sortBy = (column: CookieColumn): void => {
    cookies.sort.value = nextSort(cookies.sort.peek(), column);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const action = actionOf('cells', event);
    const all = rows.length + 1;
    const columns = COOKIE_COLUMN_IDS.length;
    const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
      next: [1, 0],
      previous: [-1, 0],
      right: [0, 1],
      left: [0, -1],
      pageDown: [pageSize, 0],
      pageUp: [-pageSize, 0],
      rowStart: [0, -columns],
      rowEnd: [0, columns],
      first: [-all, -columns],
      last: [all, columns],
    };
    const by = action === null ? undefined : steps[action];
    const cell = cookies.active.peek();
    if (by !== undefined) cookies.move(...by);
    else if (action === 'open' && cell !== null) {
      if (cell.id === null) sortBy(cell.column);
      else cookies.open(cell);
    } else if (action === 'close' && cookies.detailsOpen.peek()) cookies.detailsOpen.value = false;
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are placed by the window, which table elements do not allow
    <div
      class="table cookies-table"
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label="Cookies"
      aria-rowcount={rows.length + 1}
      aria-colcount={COOKIE_COLUMN_IDS.length}
      aria-activedescendant={activeId(active, activeRow, shown)}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
    >
      <CookieHead sort={cookies.sort.value} active={active?.id === null ? active.column : null} onSort={sortBy} />
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div class="table-body" role="rowgroup" data-testid="cookie-rows" style={{ height: `${shown.height}px` }}>
        {rows.slice(shown.first, shown.end).map((cookie, offset) => (
          <CookieLine
            key={cookie.id}
            cookie={cookie}
            index={shown.first + offset}
            active={cookie.id === active?.id ? active.column : null}
            onOpen={(column) => cookies.open({ id: cookie.id, column })}
          />
        ))}
      </div>
    </div>
  );
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
