import { BROWSER_COOKIE_LIMIT } from '../../../core/readers/rails/limits.ts';
import type { Serializer } from '../../../core/readers/reader.ts';
import type { DetailView } from '../../../core/report/detail-view.ts';
import type { KeyCosts } from '../../../core/session/key-cost.ts';
import type { SizeLeft } from '../../../core/session/size-left.ts';
import { Icon } from '../../components/icon.tsx';
import { SizeGauge } from '../../components/size-gauge.tsx';
import { message, withParts } from '../../text/message.ts';
import { formatBytes, formatCount } from '../../text/numbers.ts';
import { forecastText, leftText, type SizeBar, sizeBars } from '../../text/size-forecast.ts';

/** What the session costs in its cookie, key by key, and how much is left. */
export function SizeTab({ detail }: { readonly detail: DetailView }) {
  const { row, reading, keyCosts, sizeLeft, cookie } = detail;
  const { sizes } = row;
  if (sizes === null || cookie === null) return <p class="lead">{message('detailsNoCookie')}</p>;
  const { wire, limit } = sizes;
  const forecast = forecastText(detail);
  return (
    <section class="size-tab" data-testid="size-tab">
      <p class="size-total">
        {withParts(
          wire > limit ? 'sizeTotalOver' : 'sizeTotalLeft',
          <b>{formatBytes(wire)}</b>,
          formatCount(limit),
          formatBytes(Math.abs(limit - wire)),
        )}
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

function whyNoKeys({ reading, row }: DetailView): string {
  if (row.deleted) return message('sizeNoneDeleted');
  if (reading?.identifier != null) return message('sizeNoneId');
  if (reading === null || !row.session) return message('sizeNoneSession');
  if (reading.data === null) return message('sizeNoneSealed');
  return message('sizeNoneElse');
}

/** The longest bar is as wide as there is room, so that small keys can be told apart. */
function Bars({ costs }: { readonly costs: KeyCosts }) {
  const bars = sizeBars(costs);
  const longest = Math.max(1, ...bars.map(({ bytes }) => bytes));
  return (
    <>
      <h3>
        {message('sizeBars')} <span class="muted">{message(costs.exact ? 'sizeBarsExact' : 'sizeBarsAbout')}</span>
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
      <td class="number muted">{message('sizeShare', Math.round((bytes / total) * 100))}</td>
      <td class="size-bar-cell" aria-hidden="true">
        <span class="size-bar" style={{ width: `${Math.max(0, (bytes / longest) * 100)}%` }} />
      </td>
    </tr>
  );
}

function Left({ left, serializer }: { readonly left: SizeLeft; readonly serializer: Serializer | null }) {
  const format = serializer === 'json' ? 'JSON' : message('sizeSerialized');
  return (
    <>
      <h3>
        {message('sizeLeftHeading')} <span class="muted">{message('sizeLeftIn', format)}</span>
      </h3>
      <table class="sizes-table" data-testid="size-left">
        <tbody>
          <LeftLine bytes={left.server} text={message(left.serverWithoutName === null ? 'sizeUntilRefused' : 'sizeUntilOverflow')} />
          {left.serverWithoutName !== null && <LeftLine bytes={left.serverWithoutName} text={message('sizeUntilOverflowOld')} />}
          <LeftLine bytes={left.browser} text={message('sizeUntilDropped', formatBytes(BROWSER_COOKIE_LIMIT))} />
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
