import { useState } from 'preact/hooks';
import type { HistoryView } from '../../../core/report/history-view.ts';
import { EventMark } from '../../components/event-mark.tsx';
import { Icon } from '../../components/icon.tsx';
import { usePanel } from '../../context.ts';
import { historyLabel } from '../../text/history.ts';
import { eventText, eventWord, MARKS } from '../../text/history-event.ts';
import { counted, message, withPartsIn } from '../../text/message.ts';
import { formatCount } from '../../text/numbers.ts';
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
      <div class="cookies-bar" role="toolbar" aria-label={message('historyLabel')}>
        {all.length > 1 ? (
          <select
            class="select"
            aria-label={message('historySessionCookie')}
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
            <code>{shown.name}</code> <span class="muted">{counted('unitVersions', shown.versions.length)}</span>
          </span>
        )}
        <HiddenVersions shown={shown} />
        <span class="tool-space" />
        <button
          type="button"
          class="tool"
          aria-label={message('historyCompareLabel')}
          title={message('historyCompareTitle')}
          data-testid="history-compare"
          disabled={history.active.value === null}
          onClick={() => {
            history.pick();
            document.querySelector<HTMLElement>('[role=grid]')?.focus();
          }}
        >
          {withPartsIn('tool-text-more', 'historyCompare', message('historyCompareShort'))}
        </button>
        <button
          type="button"
          class="tool"
          aria-label={named > 0 ? `${message('identityKeys')} ${formatCount(named)}` : message('identityKeys')}
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
          {message('historyLegend')}
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
  return (
    <ul class="history-legend" id="history-legend" aria-label={message('historyLegend')}>
      {MARKS.map((mark) => (
        <li key={mark} class={`event event-${mark}`} title={eventText(mark)}>
          <EventMark mark={mark} />
          {eventWord(mark)}
        </li>
      ))}
    </ul>
  );
}
