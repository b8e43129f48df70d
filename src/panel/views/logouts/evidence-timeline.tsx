import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import type { LogoutExchange } from '../../../core/report/logout-view.ts';
import type { ToldLogout, ToldStep } from '../../../core/report/logout-words.ts';
import { Prose } from '../../components/prose.tsx';
import { usePanel } from '../../context.ts';
import { pathText } from '../../text/logout.ts';
import { message } from '../../text/message.ts';
import { formatDate, formatTime } from '../../text/numbers.ts';
import { showRow } from '../show-row.ts';
import { OverlappedRequests } from './overlapped-requests.tsx';

/** What led to the logout, one exchange after another; each leads to its response. */
export function EvidenceTimeline({ view }: { readonly view: ToldLogout }) {
  return (
    <ol class="timeline" data-testid="timeline">
      {view.words.steps.map((step, index) => (
        <Step key={index} step={step} view={view} />
      ))}
    </ol>
  );
}

function Step({ step: { exchange, facts }, view }: { readonly step: ToldStep; readonly view: ToldLogout }) {
  const isLoss = exchange?.id === view.logout.exchangeId;
  return (
    <li class={isLoss ? 'timeline-step timeline-loss' : 'timeline-step'} data-testid="timeline-step">
      <span class="timeline-time">{exchange === null ? '' : formatTime(exchange.at)}</span>
      <div class="timeline-text">
        {exchange === null ? <span class="muted">{message('logoutsGone')}</span> : <ExchangeLink exchange={exchange} />}
        {facts.map(({ fact, text }, index) => (
          <Fragment key={index}>
            <p>
              <Prose text={text} />
            </p>
            {fact.kind === 'overlapped' && exchange !== null && (
              <OverlappedRequests fact={fact} exchange={exchange} exchanges={view.exchanges} />
            )}
          </Fragment>
        ))}
      </div>
    </li>
  );
}

/** Leads to the row of the exchange; one that has none shows here what is known of it. */
function ExchangeLink({ exchange }: { readonly exchange: LogoutExchange }) {
  const panel = usePanel();
  const [open, setOpen] = useState(false);
  const row = exchange.rowId === null ? undefined : panel.rows.get(exchange.rowId);
  const label = (
    <>
      {exchange.method} {pathText(exchange)}
    </>
  );
  const status = <span class={exchange.status === 0 || exchange.status >= 400 ? 'status-failed' : 'muted'}>{statusText(exchange)}</span>;
  if (row !== undefined) {
    return (
      <span>
        <button
          type="button"
          class="link"
          title={message('showInResponses', `${exchange.method} ${exchange.url}`)}
          onClick={() => showRow(panel, row, 'session')}
        >
          {label}
        </button>{' '}
        {status}
      </span>
    );
  }
  return (
    <>
      <span>
        <button
          type="button"
          class="link link-here"
          aria-expanded={open}
          title={message('logoutsShowRequest')}
          onClick={() => setOpen(!open)}
        >
          {label}
        </button>{' '}
        {status}
      </span>
      {open && (
        <dl class="facts" data-testid="request-facts">
          <dt>{exchange.method}</dt>
          <dd>
            <code>{exchange.url}</code>
          </dd>
          <dt>{statusText(exchange)}</dt>
          <dd>{formatDate(exchange.at)}</dd>
          <dt>Set-Cookie</dt>
          <dd>{message('logoutsNoRow')}</dd>
        </dl>
      )}
    </>
  );
}

const statusText = ({ status }: LogoutExchange): string => (status === 0 ? message('failed') : String(status));
