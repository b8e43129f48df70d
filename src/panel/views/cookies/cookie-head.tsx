import { Icon } from '../../components/icon.tsx';
import { COOKIE_COLUMN_IDS, type CookieColumn, type CookieSort } from '../../state/cookie-order.ts';
import { columnTitle } from '../../text/cookie-cell.ts';
import { type MessageKey, message } from '../../text/message.ts';

const HINTS: Partial<Record<CookieColumn, MessageKey>> = {
  lifetime: 'cookiesHintLifetime',
  sizeNow: 'cookiesHintSizeNow',
  sizeMost: 'cookiesHintSizeMost',
  set: 'cookiesHintSet',
  refused: 'cookiesHintRefused',
};

interface CookieHeadProps {
  readonly sort: CookieSort | null;
  readonly active: CookieColumn | null;
  readonly onSort: (column: CookieColumn) => void;
}

/** The heads of the columns; a click, or Enter on one, sorts. */
export function CookieHead({ sort, active, onSort }: CookieHeadProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see CookiesTable
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus
    <div class="table-head cookie-row" role="row" aria-rowindex={1}>
      {COOKIE_COLUMN_IDS.map((column) => {
        const sorted = sort?.column === column ? (sort.descending ? 'descending' : 'ascending') : undefined;
        return (
          // biome-ignore lint/a11y/useSemanticElements: see CookiesTable
          // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys
          <div
            key={column}
            id={`cookie-head-${column}`}
            class={`cell cookie-cell cookie-cell-${column} ${active === column ? 'cell-active' : ''}`}
            role="columnheader"
            aria-sort={sorted ?? 'none'}
            title={message(HINTS[column] ?? 'cookiesHintSort')}
            data-testid={`cookie-head-${column}`}
            onClick={() => onSort(column)}
          >
            <span class="cookie-title">{columnTitle(column)}</span>
            {sorted !== undefined && (
              <span class={`sort sort-${sorted}`}>
                <Icon name="chevron" />
              </span>
            )}
          </div>
        );
      })}
    </div>
  );
}
