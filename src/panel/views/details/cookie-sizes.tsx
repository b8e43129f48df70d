import type { CookieSizes } from '../../../core/cookies/cookie-size.ts';
import { SizeGauge, sizeLevel } from '../../components/size-gauge.tsx';
import { message } from '../../text/message.ts';
import { formatBytes, formatCount } from '../../text/numbers.ts';

/** The three counts of one cookie against the limit, and what percent-encoding added. */
export function CookieSizesView({ sizes }: { readonly sizes: CookieSizes }) {
  const { rails, railsValue, wire, line, limit } = sizes;
  return (
    <section class={`sizes size-${sizeLevel(sizes)}`} data-testid="sizes" data-rails={rails} data-wire={wire} data-line={line}>
      <h3>{message('sizeHeading')}</h3>
      <SizeGauge sizes={sizes} />
      <table class="sizes-table">
        <tbody>
          <Size label={message('sizeWire')} bytes={wire} text={wireText(wire, limit)} strong />
          <Size label={message('sizeRails')} bytes={rails} text={message('sizeRailsText', formatCount(railsValue))} />
          <Size label={message('sizePercentEncoding')} bytes={wire - rails} text={message('sizePercentEncodingText')} sign="+" />
          <Size label={message('sizeLine')} bytes={line} text={message('sizeLineText')} />
          <Size label={message('sizeLimit')} bytes={limit} text={message('sizeLimitText')} />
        </tbody>
      </table>
    </section>
  );
}

function wireText(wire: number, limit: number): string {
  if (wire > limit) return message('sizeWireOver', formatBytes(wire - limit));
  return message('sizeWireLeft', formatBytes(limit - wire));
}

interface SizeProps {
  readonly label: string;
  readonly bytes: number;
  readonly text: string;
  readonly sign?: string;
  readonly strong?: boolean;
}

function Size({ label, bytes, text, sign = '', strong = false }: SizeProps) {
  return (
    <tr class={strong ? 'size-strong' : ''}>
      <th scope="row">{label}</th>
      <td class="number">
        {sign}
        {formatCount(bytes)}
      </td>
      <td class="muted">{text}</td>
    </tr>
  );
}
