import { useState } from 'preact/hooks';
import type { HistoryView } from '../../../core/report/history-view.ts';
import { EventMark } from '../../components/event-mark.tsx';
import { Icon } from '../../components/icon.tsx';
import { usePanel } from '../../context.ts';
import { historyLabel } from '../../text/history.ts';
import { EVENT_TEXTS, type MarkName } from '../../text/history-event.ts';
import { counted, message } from '../../text/message.ts';
import { formatCount, plural } from '../../text/numbers.ts';
import { IdentityKeys } from './identity-keys.tsx';

/** Which session cookie shows, and what the marks mean. */
export function HistoryBar({ shown }: { readonly shown: HistoryView }) {
  const { history, identityKeys } = usePanel();
  const [legend, setLegend] = useState(false);
  const [identity, setIdentity] = useState(false);
  const named = identityKeys.keys.value.length;
  const all = history.all.value ?? [];
  const severalSites = new Set(all.map(({ site }) => site)).size > 1;
  return (
    <>
      <div class="cookies-bar" role="toolbar" aria-label="History">
        {all.length > 1 ? (
          <select
            class="select"
            aria-label="Session cookie"
            data-testid="history-select"
            value={shown.id}
            onChange={(event) => history.choose(event.currentTarget.value)}
          >
            {all.map((each) => (
              <option key={each.id} value={each.id}>
                {historyLabel(each, severalSites)}
              </option>
            ))}
          </select>
        ) : (
          <span class="history-title">
            <code>{shown.name}</code> <span class="muted">{plural(shown.versions.length, 'version')}</span>
          </span>
        )}
        <HiddenVersions shown={shown} />
        <span class="tool-space" />
        <button
          type="button"
          class="tool"
          aria-label="Compare with another version"
          title="Compare the active version with another one (c); or hold Shift and click the other"
          data-testid="history-compare"
          disabled={history.active.value === null}
          onClick={() => {
            history.pick();
            document.querySelector<HTMLElement>('[role=grid]')?.focus();
          }}
        >
          Compare<span class="tool-text-more"> with…</span>
        </button>
        <button
          type="button"
          class="tool"
          aria-label={message('identityKeys')}
          title={message('identityKeysHint')}
          aria-expanded={identity}
          aria-controls="identity-keys"
          data-testid="identity-keys-button"
          onClick={() => setIdentity(!identity)}
        >
          <Icon name="person" />
          <span class="tool-text-more">{message('identityKeys')}</span>
          {named > 0 && <span class="tool-badge">{formatCount(named)}</span>}
        </button>
        <button
          type="button"
          class="tool"
          aria-expanded={legend}
          aria-controls="history-legend"
          data-testid="history-legend"
          onClick={() => setLegend(!legend)}
        >
          Legend
        </button>
      </div>
      {identity && <IdentityKeys id="identity-keys" />}
      {legend && <Legend />}
    </>
  );
}

/** What Pause, or Preserve log, keeps out of the list. */
function HiddenVersions({ shown }: { readonly shown: HistoryView }) {
  const { history, view } = usePanel();
  const hidden = shown.versions.length - history.listed.value.length;
  if (hidden === 0) return null;
  return (
    <span class="muted" data-testid="history-hidden">
      {counted('historyHidden', hidden)}{' '}
      <button
        type="button"
        class="link"
        onClick={() => {
          view.preserveLog.value = true;
          if (view.paused.peek()) view.togglePause();
        }}
      >
        {message('historyShowAll')}
      </button>
    </span>
  );
}

function Legend() {
  // Every key of a total record is one of its names.
  const marks = Object.keys(EVENT_TEXTS) as MarkName[];
  return (
    <ul class="history-legend" id="history-legend" aria-label="Legend">
      {marks.map((mark) => (
        <li key={mark} class={`event event-${mark}`} title={EVENT_TEXTS[mark].text}>
          <EventMark mark={mark} />
          {EVENT_TEXTS[mark].word}
        </li>
      ))}
    </ul>
  );
}
