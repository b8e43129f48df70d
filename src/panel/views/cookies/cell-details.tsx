import type { CookieSummary } from '../../../core/report/cookie-summary.ts';
import { Icon } from '../../components/icon.tsx';
import { usePanel } from '../../context.ts';
import type { CookieColumn } from '../../state/cookie-order.ts';
import { COOKIE_COLUMN_TITLES, cellText, evidenceRows, evidenceText } from '../../text/cookie-cell.ts';
import { DetailsFind } from '../details/details-find.tsx';
import { CookieFindingsView } from './cookie-findings-view.tsx';
import { DecidingResponses } from './deciding-responses.tsx';

/** Where each response's part in the cell is what the browser did with its line. */
const EVIDENCE_TITLES: Partial<Record<CookieColumn, string>> = { name: 'Browser', set: 'Browser', refused: 'Browser' };

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
      aria-label="Details"
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
          {COOKIE_COLUMN_TITLES[column]} <span class="muted">of</span> <code>{cookie.name || 'nameless'}</code>
        </h2>
        <button
          type="button"
          class="tool"
          title="Close details (Escape)"
          aria-label="Close details"
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
          said={{ title: EVIDENCE_TITLES[column] ?? COOKIE_COLUMN_TITLES[column], text: (row) => evidenceText(row, column) }}
        />
      )}
    </>
  );
}
