import { headerValues } from '../../../core/http/exchange.ts';
import type { MessagePart } from '../../../core/readers/reader.ts';
import type { ResponseDetail } from '../../../core/report/response-row.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { formatBytes, formatCount, formatDate } from '../../text/numbers.ts';
import { partText } from '../../text/reading.ts';

/** Everything as it was on the wire. */
export function RawTab({ detail }: { readonly detail: ResponseDetail }) {
  const { cookie, reading, carried, exchange } = detail;
  const sent = headerValues(exchange.requestHeaders, 'cookie');
  return (
    <>
      <RequestFacts detail={detail} />
      {cookie !== null && (
        <>
          <h3>Set-Cookie</h3>
          <RawBlock text={cookie.line} what="line" />
        </>
      )}
      {reading !== null && reading.parts.length > 0 && (
        <>
          <h3>Parts of the message</h3>
          <Parts parts={reading.parts} />
        </>
      )}
      <h3>Cookie header of the request</h3>
      {sent.length === 0 ? (
        <p class="muted">The request carried no cookie.</p>
      ) : (
        sent.map((text) => <RawBlock key={text} text={text} what="header" />)
      )}
      {carried !== null && carried.parts.length > 0 && (
        <>
          <h3>Parts of the value that was carried</h3>
          <Parts parts={carried.parts} />
        </>
      )}
    </>
  );
}

/** What narrow tables have no room for. */
function RequestFacts({ detail: { exchange, row } }: { readonly detail: ResponseDetail }) {
  const took = exchange.duration === null ? '' : `, took ${formatCount(Math.round(exchange.duration))} ms`;
  return (
    <dl class="facts">
      <dt>{row.method}</dt>
      <dd>
        <code>{exchange.url}</code>
        <CopyButton text={exchange.url} what="URL" />
      </dd>
      <dt>{row.status === 0 ? 'failed' : row.status}</dt>
      <dd>
        {formatDate(row.startedAt)}
        {took}
        {exchange.error === null ? '' : `, ${exchange.error}`}
      </dd>
    </dl>
  );
}

function RawBlock({ text, what }: { readonly text: string; readonly what: string }) {
  return (
    <div class="raw">
      <div class="raw-head">
        <span class="muted">{formatBytes(text.length)}</span>
        <CopyButton text={text} what={what} label="Copy" />
      </div>
      <pre>{text}</pre>
    </div>
  );
}

function Parts({ parts }: { readonly parts: readonly MessagePart[] }) {
  return parts.map((part, index) => (
    <div class="raw" key={index} data-part={part.kind}>
      <div class="raw-head">
        <b>{partText(part.kind)}</b>
        <span class="muted">
          {formatBytes(part.bytes)}
          {part.encoding === 'text' ? '' : `, ${part.encoding}`}
        </span>
        <CopyButton text={part.text} what={partText(part.kind).toLowerCase()} label="Copy" />
      </div>
      <pre>{part.text}</pre>
    </div>
  ));
}
