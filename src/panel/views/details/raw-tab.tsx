import { headerValues } from '../../../core/http/exchange.ts';
import type { MessagePart } from '../../../core/readers/reader.ts';
import type { DetailView } from '../../../core/report/detail-view.ts';
import type { ReadingText } from '../../../core/report/reading-text.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { message } from '../../text/message.ts';
import { formatBytes, formatCount, formatDate } from '../../text/numbers.ts';

/** Everything as it was on the wire. */
export function RawTab({ detail }: { readonly detail: DetailView }) {
  const { cookie, reading, readingText, carried, carriedText, exchange } = detail;
  const sent = headerValues(exchange.requestHeaders, 'cookie');
  return (
    <>
      <RequestFacts detail={detail} />
      {cookie !== null && (
        <>
          <h3>Set-Cookie</h3>
          <RawBlock text={cookie.line} what={message('copyLine')} />
        </>
      )}
      {reading !== null && reading.parts.length > 0 && (
        <>
          <h3>{message('rawParts')}</h3>
          <Parts parts={reading.parts} names={readingText?.partNames ?? []} />
        </>
      )}
      <h3>{message('rawCookieHeader')}</h3>
      {sent.length === 0 ? (
        <p class="muted">{message('rawNoCookie')}</p>
      ) : (
        sent.map((text) => <RawBlock key={text} text={text} what={message('copyHeader')} />)
      )}
      {carried !== null && carried.parts.length > 0 && (
        <>
          <h3>{message('rawCarriedParts')}</h3>
          <Parts parts={carried.parts} names={carriedText?.partNames ?? []} />
        </>
      )}
    </>
  );
}

/** What narrow tables have no room for. */
function RequestFacts({ detail: { exchange, row } }: { readonly detail: DetailView }) {
  const took = exchange.duration === null ? '' : `, ${message('rawTook', formatCount(Math.round(exchange.duration)))}`;
  return (
    <dl class="facts">
      <dt>{row.method}</dt>
      <dd>
        <code>{exchange.url}</code>
        <CopyButton text={exchange.url} what="URL" />
      </dd>
      <dt>{row.status === 0 ? message('failed') : row.status}</dt>
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
        <CopyButton text={text} what={what} label={message('copyLabel')} />
      </div>
      <pre>{text}</pre>
    </div>
  );
}

interface PartsProps {
  readonly parts: readonly MessagePart[];
  readonly names: ReadingText['partNames'];
}

function Parts({ parts, names }: PartsProps) {
  return parts.map((part, index) => (
    <div class="raw" key={index} data-part={part.kind}>
      <div class="raw-head">
        <b>{names[index]?.[0]}</b>
        <span class="muted">
          {formatBytes(part.bytes)}
          {part.encoding === 'text' ? '' : `, ${part.encoding}`}
        </span>
        <CopyButton text={part.text} what={names[index]?.[1] ?? ''} label={message('copyLabel')} />
      </div>
      <pre>{part.text}</pre>
    </div>
  ));
}
