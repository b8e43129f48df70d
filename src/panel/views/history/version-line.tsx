import { BROWSER_COOKIE_LIMIT } from '../../../core/readers/rails/limits.ts';
import type { VersionView } from '../../../core/report/history-view.ts';
import type { ResponseRow } from '../../../core/report/response-row.ts';
import { EventMark } from '../../components/event-mark.tsx';
import { SizeGauge, sizeLevel } from '../../components/size-gauge.tsx';
import { ROW_HEIGHT } from '../../state/virtual-window.ts';
import { changedKeys, identityText, shortChange, versionText } from '../../text/history.ts';
import { eventsToTell, eventText, eventWord } from '../../text/history-event.ts';
import { counted, message } from '../../text/message.ts';
import { formatBytes, formatCount, formatTime } from '../../text/numbers.ts';

export interface VersionLineProps {
  readonly version: VersionView;
  readonly parent: VersionView | null;
  /** The row that set it first, while it is there. */
  readonly setter: ResponseRow | null;
  readonly index: number;
  readonly active: boolean;
  /** One of the two that are compared. */
  readonly compared: boolean;
  readonly onOpen: (event: MouseEvent) => void;
  readonly onHover: (on: boolean) => void;
}

/** One version: a line of the log. */
export function VersionLine(props: VersionLineProps) {
  const { version, parent, setter, index, active, compared, onOpen, onHover } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are placed by the window, which table elements do not allow
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus (aria-activedescendant)
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys
    <div
      id={`version-${index}`}
      class={`row version ${index % 2 === 0 ? 'row-even' : ''} ${compared ? 'version-compared' : ''} ${version.deleted ? 'version-deleted' : ''}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={active}
      aria-label={versionText(version, parent, setter)}
      data-testid="version"
      data-version={version.label}
      style={{ transform: `translateY(${index * ROW_HEIGHT}px)` }}
      onClick={onOpen}
      onMouseEnter={() => onHover(true)}
      onMouseLeave={() => onHover(false)}
    >
      <Cell column="label">{version.label}</Cell>
      <Events version={version} />
      <Change version={version} parent={parent} />
      <Cell column="who" title={message('historyWho')}>
        {version.deleted ? '' : identityText(version.identities)}
      </Cell>
      <Cell column="setter" title={setter === null ? undefined : `${setter.method} ${setter.path}`}>
        {setter === null ? '' : `${setter.method} ${setter.path}`}
      </Cell>
      <Cell column="carried" title={counted('historyCarriedTitle', version.carriedBy)}>
        {version.carriedBy === 0 ? '' : `${formatCount(version.carriedBy)}×`}
      </Cell>
      <Size version={version} />
      <Cell column="at">{formatTime(version.at)}</Cell>
    </div>
  );
}

interface CellProps {
  readonly column: string;
  readonly class?: string;
  readonly title?: string | undefined;
  readonly children: preact.ComponentChildren;
}

function Cell({ column, class: own = '', title, children }: CellProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see VersionLine
    // biome-ignore lint/a11y/useFocusableInteractive: see VersionLine
    <div class={`cell version-${column} ${own}`} role="gridcell" title={title} data-testid={`version-${column}`}>
      {children}
    </div>
  );
}

function Events({ version }: { readonly version: VersionView }) {
  const events = eventsToTell(version);
  return (
    <Cell column="events" title={events.map(({ mark }) => eventText(mark)).join(' ')}>
      {events.map(({ mark, count }) => (
        <span key={mark} class={`event event-${mark}`}>
          <EventMark mark={mark} />
          {eventWord(mark)}
          {count > 1 && <span class="muted"> {formatCount(count)}×</span>}
        </span>
      ))}
    </Cell>
  );
}

const KINDS = { '+': 'added', '−': 'removed', '~': 'kept' } as const;

function Change({ version, parent }: Pick<VersionLineProps, 'version' | 'parent'>) {
  return (
    <Cell column="change" title={shortChange(version, parent)}>
      {changedKeys(version.change).map(({ sign, key }) => (
        <span key={sign + key} class={`change-${KINDS[sign]}`}>
          {sign}
          {key}{' '}
        </span>
      ))}
    </Cell>
  );
}

function Size({ version: { wire, deleted } }: { readonly version: VersionView }) {
  if (deleted) return <Cell column="size">–</Cell>;
  const sizes = { wire, rails: wire, limit: BROWSER_COOKIE_LIMIT };
  return (
    <Cell
      column="size"
      class={`size-${sizeLevel(sizes)}`}
      title={message('historySizeOf', formatBytes(wire), formatCount(BROWSER_COOKIE_LIMIT))}
    >
      <SizeGauge sizes={sizes} />
      <span class="number">{formatCount(wire)}</span>
    </Cell>
  );
}
