import type { CookieSizes } from '../../../core/cookies/cookie-size.ts';
import type { LineStorage } from '../../../core/cookies/storage.ts';
import { FINDING_TITLES } from '../../../core/findings/finding-title.ts';
import { refusalLabel } from '../../../core/report/refusal-label.ts';
import type { CookieFlags, ResponseRow } from '../../../core/report/response-row.ts';
import type { SessionChange } from '../../../core/session/change.ts';
import { Icon } from '../../components/icon.tsx';
import { SeverityMark } from '../../components/severity-mark.tsx';
import { SizeGauge, sizeLevel } from '../../components/size-gauge.tsx';
import { changeCounts, changeText, changeWord } from '../../text/change.ts';
import { flagPlaces, flagsText } from '../../text/flags.ts';
import { counted, message } from '../../text/message.ts';
import { formatBytes, formatCount } from '../../text/numbers.ts';
import { severityText } from '../../text/severity.ts';
import { storageText } from '../../text/storage.ts';
import { Cell } from './cell.tsx';

export function SizeCell({ sizes }: { readonly sizes: CookieSizes | null }) {
  if (sizes === null) return <Cell column="size" />;
  const { wire, rails, limit } = sizes;
  const counts = [formatBytes(wire), formatCount(rails), formatCount(limit)] as const;
  const text = wire > limit ? message('responsesSizeOver', ...counts, formatBytes(wire - limit)) : message('responsesSize', ...counts);
  return (
    <Cell column="size" class={`size-${sizeLevel(sizes)}`} title={text}>
      <SizeGauge sizes={sizes} />
      <span class="number">{formatCount(wire)}</span>
    </Cell>
  );
}

export function FlagsCell({ flags }: { readonly flags: CookieFlags | null }) {
  if (flags === null) return <Cell column="flags" />;
  const text = flagsText(flags);
  return (
    <Cell column="flags" label={text} title={text}>
      {flagPlaces(flags).map(({ letter, state }, place) => (
        <span key={place} class={`flag flag-${state}`} aria-hidden="true">
          {state === 'unset' ? '·' : letter}
        </span>
      ))}
    </Cell>
  );
}

interface SessionCellProps {
  readonly change: SessionChange | null;
  readonly storage: LineStorage | null;
}

/** A line that the browser refused changed nothing, whatever it says: that shows on plain cookies too. */
export function SessionCell({ change, storage }: SessionCellProps) {
  if (storage?.stored.outcome === 'refused') {
    return (
      <Cell column="session" class="change-refused" title={storageText(storage)}>
        <Icon name="close" />
        {message('changeWordRefused')}
        <span class="more"> ({refusalLabel(storage.stored.reason)})</span>
      </Cell>
    );
  }
  if (change === null) return <Cell column="session" />;
  return (
    <Cell column="session" class={`change-${change.event}`} title={changeText(change)}>
      {change.event === 'sealed' && <Icon name="lock" />}
      <span class={change.event === 'changed' ? 'change-word' : undefined}>{changeWord(change)}</span>
      {change.event === 'refused' && <span class="more"> ({message('refusalTooLarge')})</span>}
      {changeCounts(change).map(({ sign, count }) => (
        <span key={sign} class={`change-count change-${sign === '+' ? 'added' : sign === '−' ? 'removed' : 'kept'}`}>
          {` ${sign}${count}`}
        </span>
      ))}
    </Cell>
  );
}

/** The worst, and how many more there are. */
export function FindingCell({ findings }: { readonly findings: ResponseRow['findingKinds'] }) {
  const [worst, ...others] = findings;
  if (worst === undefined) return <Cell column="finding" />;
  const title = message(FINDING_TITLES[worst.kind]);
  const names = others.map(({ kind }) => message(FINDING_TITLES[kind]));
  const text = names.length === 0 ? title : counted('responsesMoreFindings', names.length, title, names.join(', '));
  return (
    <Cell column="finding" title={text} label={`${severityText(worst.severity)}: ${text}`}>
      <SeverityMark severity={worst.severity} />
      <span class="more">{worst.kind}</span>
      {names.length > 0 && <span class="number">+{formatCount(names.length)}</span>}
    </Cell>
  );
}
