import { BROWSER_COOKIE_LIMIT } from '../../../core/readers/rails/limits.ts';
import type { Serializer } from '../../../core/readers/reader.ts';
import type { ResponseDetail } from '../../../core/report/response-row.ts';
import type { KeyCosts } from '../../../core/session/key-cost.ts';
import type { SizeLeft } from '../../../core/session/size-left.ts';
import { Icon } from '../../components/icon.tsx';
import { SizeGauge } from '../../components/size-gauge.tsx';
import { formatBytes, formatCount } from '../../text/numbers.ts';
import { forecastText, leftText, type SizeBar, sizeBars } from '../../text/size-forecast.ts';

/** What the session costs in its cookie, key by key, and how much is left. */
export function SizeTab({ detail }: { readonly detail: ResponseDetail }) {
  const { row, reading, keyCosts, sizeLeft, cookie } = detail;
  const { sizes } = row;
  if (sizes === null || cookie === null) return <p class="lead">This response set no cookie.</p>;
  const { wire, limit } = sizes;
  const forecast = forecastText(detail);
  return (
    <section class="size-tab" data-testid="size-tab">
      <p class="size-total">
        <b>{formatBytes(wire)}</b> of {formatCount(limit)} on the wire,{' '}
        {wire > limit ? `${formatBytes(wire - limit)} over the limit: the browser refuses it` : `${formatBytes(limit - wire)} left`}.
      </p>
      <span class="size-total-gauge">
        <SizeGauge sizes={sizes} />
      </span>
      {forecast !== null && (
        <div class="notice" data-testid="forecast">
          <Icon name="info" />
          <p>{forecast}</p>
        </div>
      )}
      {sizeLeft !== null && <Left left={sizeLeft} serializer={reading?.serializer ?? null} />}
      {keyCosts === null ? <p class="muted">{whyNoKeys(detail)}</p> : <Bars costs={keyCosts} />}
    </section>
  );
}

function whyNoKeys({ reading, row }: ResponseDetail): string {
  if (row.deleted) return 'The response deletes the cookie: no key costs anything any more.';
  if (reading?.identifier != null) return 'The cookie is only an id: what the session weighs in the store does not count here.';
  if (reading === null || !row.session) return 'Not a session cookie, so there are no keys to weigh.';
  if (reading.data === null) return 'Sealed: only the totals can be told. With the secret, each key’s share is listed here.';
  return 'The keys cannot be weighed one by one here.';
}

/** The longest bar is as wide as there is room, so that small keys can be told apart. */
function Bars({ costs }: { readonly costs: KeyCosts }) {
  const bars = sizeBars(costs);
  const longest = Math.max(1, ...bars.map(({ bytes }) => bytes));
  return (
    <>
      <h3>
        Bytes per key <span class="muted">on the wire{costs.exact ? '' : ', give or take what percent-encoding of random text costs'}</span>
      </h3>
      <table class="size-bars" data-testid="size-bars">
        <tbody>
          {bars.map((bar) => (
            <Bar key={`${bar.isKey} ${bar.label}`} bar={bar} longest={longest} total={costs.wire} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Bar({ bar, longest, total }: { readonly bar: SizeBar; readonly longest: number; readonly total: number }) {
  const { label, bytes, isKey } = bar;
  return (
    <tr class={isKey ? '' : 'size-bar-rest'} data-testid="size-bar" data-key={isKey ? label : ''} data-bytes={bytes}>
      <th scope="row">{isKey ? <code>{label}</code> : label}</th>
      <td class="number">{formatCount(bytes)}</td>
      <td class="number muted">{Math.round((bytes / total) * 100)}%</td>
      <td class="size-bar-cell" aria-hidden="true">
        <span class="size-bar" style={{ width: `${Math.max(0, (bytes / longest) * 100)}%` }} />
      </td>
    </tr>
  );
}

function Left({ left, serializer }: { readonly left: SizeLeft; readonly serializer: Serializer | null }) {
  const format = serializer === 'json' ? 'JSON' : 'the serialized session';
  return (
    <>
      <h3>
        What is left <span class="muted">in bytes of {format}</span>
      </h3>
      <table class="sizes-table" data-testid="size-left">
        <tbody>
          <LeftLine
            bytes={left.server}
            text={`until ${left.serverWithoutName === null ? 'the server refuses to send it' : 'Rails 8.1 raises CookieOverflow'}`}
          />
          {left.serverWithoutName !== null && (
            <LeftLine bytes={left.serverWithoutName} text="until Rails 4.2 to 8.0 raise it, which leave the name out of account" />
          )}
          <LeftLine bytes={left.browser} text={`until the browser drops it, at ${formatCount(BROWSER_COOKIE_LIMIT)} bytes on the wire`} />
        </tbody>
      </table>
    </>
  );
}

function LeftLine({ bytes, text }: { readonly bytes: number; readonly text: string }) {
  return (
    <tr class={bytes < 0 ? 'size-over' : ''}>
      <td class="number">{leftText(bytes)}</td>
      <td>{text}</td>
    </tr>
  );
}
