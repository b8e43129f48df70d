import { ColumnsButton, type MenuPlace, opensColumnMenu } from '../../components/column-menu.tsx';
import { ColumnResizer } from '../../components/column-resizer.tsx';
import { SortMark, sortDirection } from '../../components/sort-mark.tsx';
import { useColumnEdges } from '../../components/use-column-edges.ts';
import { usePanel } from '../../context.ts';
import { COOKIE_COLUMN_IDS, COOKIE_TRACKS, type CookieColumn, type CookieSort } from '../../state/cookie-order.ts';
import { columnTitle } from '../../text/cookie-cell.ts';
import { type MessageKey, message } from '../../text/message.ts';

const HINTS: Partial<Record<CookieColumn, MessageKey>> = {
  lifetime: 'cookiesHintLifetime',
  sizeNow: 'cookiesHintSizeNow',
  sizeMost: 'cookiesHintSizeMost',
  set: 'cookiesHintSet',
  refused: 'cookiesHintRefused',
};

function hintOf(column: CookieColumn): string {
  const hint = HINTS[column];
  const sort = message('cookiesHintSort');
  return hint === undefined ? sort : `${message(hint)}. ${sort}`;
}

interface CookieHeadProps {
  /** Those that show. */
  readonly columns: readonly CookieColumn[];
  readonly sort: CookieSort | null;
  readonly active: CookieColumn | null;
  readonly onSort: (column: CookieColumn) => void;
  /** Opens the menu of columns. */
  readonly onMenu: (at: MenuPlace) => void;
}

/** The heads of the columns; a click, or Enter on one, sorts. */
export function CookieHead({ columns, sort, active, onSort, onMenu }: CookieHeadProps) {
  const { layout } = usePanel();
  const headOf = (column: CookieColumn) => document.getElementById(`cookie-head-${column}`);
  const edges = useColumnEdges(columns, COOKIE_TRACKS, layout.cookies, headOf);
  return (
    // biome-ignore lint/a11y/useSemanticElements: see CookiesTable
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus
    <div class="table-head cookie-row" role="row" aria-rowindex={1} onContextMenu={opensColumnMenu(onMenu)}>
      {columns.map((column, index) => {
        const sorted = sortDirection(sort, column);
        return (
          // biome-ignore lint/a11y/useSemanticElements: see CookiesTable
          // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys
          <div
            key={column}
            id={`cookie-head-${column}`}
            class={`cell cookie-cell cookie-cell-${column} ${active === column ? 'cell-active' : ''}`}
            role="columnheader"
            aria-colindex={COOKIE_COLUMN_IDS.indexOf(column) + 1}
            aria-sort={sorted}
            title={hintOf(column)}
            data-testid={`cookie-head-${column}`}
            onClick={() => onSort(column)}
          >
            <span class="cookie-title">{columnTitle(column)}</span>
            <SortMark direction={sorted} />
            {index < columns.length - 1 ? (
              <ColumnResizer
                title={columnTitle(column)}
                width={layout.cookies.widths.value[column]}
                inTabOrder={active === column}
                testid={`resize-${column}`}
                onStart={edges.start}
                onMove={(by) => edges.move(column, by)}
                onReset={() => edges.reset(column)}
              />
            ) : (
              <ColumnsButton onMenu={onMenu} />
            )}
          </div>
        );
      })}
    </div>
  );
}
