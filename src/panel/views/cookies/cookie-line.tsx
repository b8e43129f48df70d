import type { JSX } from 'preact';
import type { CookieSummary } from '../../../core/report/cookie-summary.ts';
import { Said } from '../../components/said.tsx';
import { COOKIE_COLUMN_IDS, type CookieColumn } from '../../state/cookie-order.ts';
import { ROW_HEIGHT } from '../../state/virtual-window.ts';
import { cellText } from '../../text/cookie-cell.ts';
import { DomainCell, LifetimeCell, NameCell, PathCell, SameSiteCell } from './scope-cells.tsx';
import { FindingsCell, FlagCell, RefusedCell, SizeCell, TimesSetCell } from './verdict-cells.tsx';

const CONTENT: Record<CookieColumn, (props: { readonly cookie: CookieSummary }) => JSX.Element> = {
  name: NameCell,
  domain: DomainCell,
  path: PathCell,
  httpOnly: ({ cookie }) => <FlagCell flag={cookie.httpOnly} missing={cookie.missing.includes('httpOnly')} />,
  secure: ({ cookie }) => <FlagCell flag={cookie.secure} missing={cookie.missing.includes('secure')} />,
  sameSite: SameSiteCell,
  lifetime: LifetimeCell,
  sizeNow: ({ cookie }) => <SizeCell sizes={cookie.sizeNow} gauge />,
  sizeMost: ({ cookie }) => <SizeCell sizes={cookie.sizeMost} />,
  set: TimesSetCell,
  refused: RefusedCell,
  findings: FindingsCell,
};

export interface CookieLineProps {
  readonly cookie: CookieSummary;
  /** Those that show. */
  readonly columns: readonly CookieColumn[];
  readonly index: number;
  /** The column of the active cell when it is in this row. */
  readonly active: CookieColumn | null;
  readonly onOpen: (column: CookieColumn) => void;
}

/** One cookie. */
export function CookieLine({ cookie, columns, index, active, onOpen }: CookieLineProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see CookiesTable
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus (aria-activedescendant)
    <div
      class={`row cookie-row ${index % 2 === 0 ? 'row-even' : ''} ${active === null ? '' : 'cookie-row-active'}`}
      role="row"
      aria-rowindex={index + 2}
      data-testid="cookie-row"
      data-cookie={cookie.name}
      data-domain={cookie.scope.domain}
      data-path={cookie.scope.path}
      style={{ transform: `translateY(${index * ROW_HEIGHT}px)` }}
    >
      {columns.map((column) => {
        const Content = CONTENT[column];
        const text = cellText(cookie, column);
        return (
          // biome-ignore lint/a11y/useSemanticElements: see CookiesTable
          // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus (aria-activedescendant)
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys
          <div
            key={column}
            id={`cookie-${index}-${column}`}
            class={`cell cookie-cell cookie-cell-${column} ${active === column ? 'cell-active' : ''}`}
            role="gridcell"
            aria-colindex={COOKIE_COLUMN_IDS.indexOf(column) + 1}
            aria-selected={active === column}
            title={text}
            data-testid={`cookie-cell-${column}`}
            onClick={() => onOpen(column)}
          >
            <Said text={text}>
              <Content cookie={cookie} />
            </Said>
          </div>
        );
      })}
    </div>
  );
}
