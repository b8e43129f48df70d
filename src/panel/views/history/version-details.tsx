import { BROWSER_COOKIE_LIMIT } from '../../../core/readers/rails/limits.ts';
import type { VersionView } from '../../../core/report/history-view.ts';
import { DiffView } from '../../components/diff-view.tsx';
import { EventMark } from '../../components/event-mark.tsx';
import { usePanel } from '../../context.ts';
import type { OpenedVersions } from '../../state/history.ts';
import { eventsToTell, eventText } from '../../text/history-event.ts';
import { counted, message, withParts, withPartsIn } from '../../text/message.ts';
import { formatBytes, formatCount } from '../../text/numbers.ts';
import { DecidingResponses } from '../cookies/deciding-responses.tsx';
import { DetailsFrame } from '../details/details-frame.tsx';
import { VersionFacts } from './version-facts.tsx';

/** A version and what it changed, or two versions and what tells them apart. */
export function VersionDetails({ opened }: { readonly opened: OpenedVersions }) {
  const { history } = usePanel();
  const { kind, before, after } = opened;
  const versions = kind === 'pair' ? message('historyPair', before?.label ?? '', after.label) : after.label;
  return (
    <DetailsFrame
      testid="version-details"
      data-kind={kind}
      title={withPartsIn('muted', 'detailsOf', versions, <code>{history.shown.value?.name}</code>)}
      place={`${before?.id} ${after.id} ${kind}`}
      onClose={history.close}
    >
      {kind === 'pair' && before !== null ? <Pair before={before} after={after} /> : <OneVersion before={before} version={after} />}
    </DetailsFrame>
  );
}

function OneVersion({ before, version }: { readonly before: VersionView | null; readonly version: VersionView }) {
  const { history, rows } = usePanel();
  const setters = version.setBy.flatMap((id) => rows.get(id) ?? []);
  return (
    <>
      <ul class="event-list">
        {eventsToTell(version).map(({ mark, count }) => (
          <li key={mark} class={`event event-${mark}`}>
            <EventMark mark={mark} />
            <span class="event-text">
              {count === 1
                ? eventText(mark)
                : withParts('historyTimes', eventText(mark), <span class="muted">{counted('unitTimes', count)}</span>)}
            </span>
          </li>
        ))}
      </ul>
      <VersionFacts version={version} parent={before} />
      <div class="actions">
        <button
          type="button"
          class="button"
          data-testid="compare-with"
          onClick={() => {
            history.pick();
            document.querySelector<HTMLElement>('[role=grid]')?.focus();
          }}
        >
          {message('historyCompareWith')}
        </button>
      </div>
      {!version.root && (
        <>
          <h3>{before === null ? message('historyInIt') : message('historyChangedFrom', before.label)}</h3>
          <Differences />
        </>
      )}
      {setters.length > 0 && (
        <>
          <h3>
            {message('historySetByTitle')}
            {version.timesSet > version.setBy.length && <span class="muted"> {counted('historySetByLast', version.timesSet)}</span>}
          </h3>
          <DecidingResponses rows={setters} tab="diff" />
        </>
      )}
    </>
  );
}

function Pair({ before, after }: { readonly before: VersionView; readonly after: VersionView }) {
  const { history } = usePanel();
  return (
    <>
      <p>
        {[before, after].map((version, index) => (
          <span key={version.id}>
            {index > 0 && ' → '}
            <button type="button" class="link" title={message('historyShow', version.label)} onClick={() => history.open(version.id)}>
              {version.label}
            </button>{' '}
            <span class="muted">
              {version.deleted
                ? message('historyDeleted')
                : message('historySizeOf', formatCount(version.wire), formatBytes(BROWSER_COOKIE_LIMIT))}
            </span>
          </span>
        ))}
      </p>
      <Differences />
    </>
  );
}

function Differences() {
  const { history } = usePanel();
  const diff = history.diff.value;
  return diff === null ? <p class="muted">{message('historyComparing')}</p> : <DiffView diff={diff} />;
}
