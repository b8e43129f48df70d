import type { CookieSummary } from '../../../core/report/cookie-summary.ts';
import { usePanel } from '../../context.ts';
import type { CookieColumn } from '../../state/cookie-order.ts';
import { cellText, columnTitle, evidenceRows, evidenceText } from '../../text/cookie-cell.ts';
import { message, withPartsIn } from '../../text/message.ts';
import { DetailsFrame } from '../details/details-frame.tsx';
import { CookieFindingsView } from './cookie-findings-view.tsx';
import { DecidingResponses } from './deciding-responses.tsx';

/** Where each response's part in the cell is what the browser did with its line. */
const OF_BROWSER: readonly CookieColumn[] = ['name', 'set', 'refused'];

/** What decided the active cell: the responses one by one, with what each says. */
export function CellDetails({ cookie, column }: { readonly cookie: CookieSummary; readonly column: CookieColumn }) {
  const { cookies } = usePanel();
  return (
    <DetailsFrame
      testid="cell-details"
      data-column={column}
      title={withPartsIn('muted', 'detailsOf', columnTitle(column), <code>{cookie.name || message('nameless')}</code>)}
      place={`${cookie.id} ${column}`}
      onClose={() => {
        cookies.detailsOpen.value = false;
      }}
    >
      {column === 'findings' ? <CookieFindingsView cookie={cookie} /> : <Evidence cookie={cookie} column={column} />}
    </DetailsFrame>
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
