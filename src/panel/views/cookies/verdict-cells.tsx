import type { CookieSizes } from '../../../core/cookies/cookie-size.ts';
import type { CookieSummary, Tally } from '../../../core/report/cookie-summary.ts';
import { refusalLabel } from '../../../core/report/refusal-label.ts';
import { Icon } from '../../components/icon.tsx';
import { SeverityMark } from '../../components/severity-mark.tsx';
import { SizeGauge, sizeLevel } from '../../components/size-gauge.tsx';
import { flagCount, refusedCount } from '../../text/cookie-cell.ts';
import { message } from '../../text/message.ts';
import { formatCount } from '../../text/numbers.ts';
import { Missing } from './scope-cells.tsx';

/** `✓`, `no`, or how many responses have the flag. */
export function FlagCell({ flag, missing }: { readonly flag: Tally<boolean> | null; readonly missing: boolean }) {
  if (flag === null) return <span class="muted">–</span>;
  const count = flagCount(flag);
  return (
    <>
      {missing && <Missing />}
      {count > 0 ? (
        <span class="cookie-yes">
          <Icon name="check" />
        </span>
      ) : (
        <span class={missing ? '' : 'muted'}>{message('cookiesFlagNo')}</span>
      )}
      {count > 0 && count < flag.of && (
        <span class="cookie-rest">{message('cookiesSomeOf', formatCount(count), formatCount(flag.of))}</span>
      )}
    </>
  );
}

export function SizeCell({ sizes, gauge = false }: { readonly sizes: CookieSizes | null; readonly gauge?: boolean }) {
  if (sizes === null) return <span class="number muted">–</span>;
  const level = sizeLevel(sizes);
  return (
    <>
      {gauge && <SizeGauge sizes={sizes} />}
      {!gauge && level === 'over' && <SeverityMark severity="error" />}
      <span class={`number size-number-${level}`}>{formatCount(sizes.wire)}</span>
    </>
  );
}

export function TimesSetCell({ cookie: { timesSet, timesDeleted } }: { readonly cookie: CookieSummary }) {
  return (
    <span class="number">
      {formatCount(timesSet)}
      {timesDeleted > 0 && <span class="muted"> −{formatCount(timesDeleted)}</span>}
    </span>
  );
}

export function RefusedCell({ cookie: { refused } }: { readonly cookie: CookieSummary }) {
  if (refused === null) return <span class="muted">–</span>;
  if (refused.length === 0) return <span class="muted">0</span>;
  return (
    <>
      <span class="cookie-refused">
        <Icon name="close" />
        {formatCount(refusedCount(refused))}
      </span>
      <span class="cookie-reasons">{refused.map(({ reason }) => refusalLabel(reason)).join(', ')}</span>
    </>
  );
}

export function FindingsCell({ cookie: { worst, findings } }: { readonly cookie: CookieSummary }) {
  if (worst === null) return <span class="muted">–</span>;
  return (
    <>
      <SeverityMark severity={worst.severity} />
      <span class="number">{formatCount(findings.length)}</span>
      <span class="cookie-reasons">{worst.kind}</span>
    </>
  );
}
