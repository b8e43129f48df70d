import type { CookieSummary } from '../../../core/report/cookie-summary.ts';
import { Icon } from '../../components/icon.tsx';
import { usePanel } from '../../context.ts';
import type { CookieColumn } from '../../state/cookie-order.ts';
import { cellText, columnTitle, evidenceRows, evidenceText } from '../../text/cookie-cell.ts';
import { message, withPartsIn } from '../../text/message.ts';
import { DetailsFind } from '../details/details-find.tsx';
import { CookieFindingsView } from './cookie-findings-view.tsx';
import { DecidingResponses } from './deciding-responses.tsx';

/** Where each response's part in the cell is what the browser did with its line. */
const OF_BROWSER: readonly CookieColumn[] = ['name', 'set', 'refused'];

/** What decided the active cell: the responses one by one, with what each says. */
export function CellDetails({ cookie, column }: { readonly cookie: CookieSummary; readonly column: CookieColumn }) {
  const { cookies } = usePanel();
  const close = (): void => {
    cookies.detailsOpen.value = false;
    document.querySelector<HTMLElement>('[role=grid]')?.focus();
  };
  return (
    <section
      class="details"
      aria-label={message('detailsLabel')}
      data-testid="cell-details"
      data-column={column}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <div class="details-head">
        <h2 class="cell-details-title">
          {withPartsIn('muted', 'detailsOf', columnTitle(column), <code>{cookie.name || message('nameless')}</code>)}
        </h2>
        <button
          type="button"
          class="tool"
          title={message('detailsCloseTitle')}
          aria-label={message('detailsClose')}
          data-testid="cell-details-close"
          onClick={close}
        >
          <Icon name="close" />
        </button>
      </div>
      <DetailsFind />
      {/* The key starts every cell at the top. */}
      <div class="details-body" key={`${cookie.id} ${column}`}>
        {column === 'findings' ? <CookieFindingsView cookie={cookie} /> : <Evidence cookie={cookie} column={column} />}
      </div>
    </section>
  );
}

function Evidence({ cookie, column }: { readonly cookie: CookieSummary; readonly column: CookieColumn }) {
  const rows = evidenceRows(cookie, column);
  return (
    <>
      <p class="cell-text">{cellText(cookie, column)}.</p>
      {rows.length > 0 && (
        <DecidingResponses
          tab="cookie"
          rows={rows}
          said={{
            title: OF_BROWSER.includes(column) ? message('cookiesBrowser') : columnTitle(column),
            text: (row) => evidenceText(row, column),
          }}
        />
      )}
    </>
  );
}
