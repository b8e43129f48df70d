import type { CookieSizes } from '../../../core/cookies/cookie-size.ts';
import { SizeGauge, sizeLevel } from '../../components/size-gauge.tsx';
import { formatBytes, formatCount } from '../../text/numbers.ts';

/** The three counts of one cookie against the limit, and what percent-encoding added. */
export function CookieSizesView({ sizes }: { readonly sizes: CookieSizes }) {
  const { rails, railsValue, wire, line, limit } = sizes;
  return (
    <section class={`sizes size-${sizeLevel(sizes)}`} data-testid="sizes" data-rails={rails} data-wire={wire} data-line={line}>
      <h3>Size</h3>
      <SizeGauge sizes={sizes} />
      <table class="sizes-table">
        <tbody>
          <Size label="Wire" bytes={wire} text={`name and value as sent: ${verdict(wire, limit)}`} strong />
          <Size
            label="Rails’ count"
            bytes={rails}
            text={`before percent-encoding; without the name, as Rails before 8.1 counts, ${formatCount(railsValue)}`}
          />
          <Size label="Percent-encoding" bytes={wire - rails} text="added on the wire" sign="+" />
          <Size label="Whole line" bytes={line} text="with attributes, which do not count" />
          <Size label="Limit" bytes={limit} text="for the wire size in browsers, and for Rails’ own count" />
        </tbody>
      </table>
    </section>
  );
}

function verdict(wire: number, limit: number): string {
  if (wire > limit) return `${formatBytes(wire - limit)} over the limit, so the browser refuses it`;
  return `${formatBytes(limit - wire)} left`;
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
