import { ColumnResizer } from '../../components/column-resizer.tsx';
import { SortMark, sortDirection } from '../../components/sort-mark.tsx';
import { useColumnEdges } from '../../components/use-column-edges.ts';
import { usePanel } from '../../context.ts';
import { COOKIE_COLUMN_IDS, COOKIE_TRACKS, type CookieColumn, type CookieSort } from '../../state/cookie-order.ts';
import { COOKIE_COLUMN_TITLES } from '../../text/cookie-cell.ts';

const HINTS: Partial<Record<CookieColumn, string>> = {
  lifetime: 'What the newest response asks for, and what the browser allows where that is less',
  sizeNow: 'Name and value of the newest version that was kept, in bytes',
  sizeMost: 'Name and value of the largest version that was sent, in bytes; browsers refuse more than 4,096',
  set: 'How many responses set it',
  refused: 'How many Set-Cookie lines the browser refused, and why',
};

interface CookieHeadProps {
  readonly sort: CookieSort | null;
  readonly active: CookieColumn | null;
  readonly onSort: (column: CookieColumn) => void;
}

/** The heads of the columns; a click, or Enter on one, sorts. */
export function CookieHead({ sort, active, onSort }: CookieHeadProps) {
  const { layout } = usePanel();
  const headOf = (column: CookieColumn) => document.getElementById(`cookie-head-${column}`);
  const edges = useColumnEdges(COOKIE_COLUMN_IDS, COOKIE_TRACKS, layout.cookies, headOf);
  return (
    // biome-ignore lint/a11y/useSemanticElements: see CookiesTable
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus
    <div class="table-head cookie-row" role="row" aria-rowindex={1}>
      {COOKIE_COLUMN_IDS.map((column, index) => {
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
            aria-sort={sorted}
            title={[HINTS[column], 'Click to sort'].filter(Boolean).join('. ')}
            data-testid={`cookie-head-${column}`}
            onClick={() => onSort(column)}
          >
            <span class="cookie-title">{COOKIE_COLUMN_TITLES[column]}</span>
            <SortMark direction={sorted} />
            {index < COOKIE_COLUMN_IDS.length - 1 && (
              <ColumnResizer
                title={COOKIE_COLUMN_TITLES[column]}
                width={layout.cookies.widths.value[column]}
                inTabOrder={active === column}
                testid={`resize-${column}`}
                onStart={edges.start}
                onMove={(by) => edges.move(column, by)}
                onReset={() => edges.reset(column)}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}
