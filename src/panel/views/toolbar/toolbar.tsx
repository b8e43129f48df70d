import { Icon } from '../../components/icon.tsx';
import { usePanel } from '../../context.ts';
import { formatCount, plural } from '../../text/numbers.ts';
import { ImportMenu } from '../import/import-menu.tsx';
import { FilterField } from './filter-field.tsx';

const PAUSE_HINT = 'Pause the table. Recording goes on, and nothing is lost.';

export function Toolbar() {
  const { view, viewTab, clear, recordings } = usePanel();
  return (
    <div class="toolbar" role="toolbar" aria-label="Recording">
      <PauseButton />
      <button
        type="button"
        class="tool"
        title="Clear the recording"
        aria-label="Clear the recording"
        data-testid="clear"
        disabled={recordings.shown.value !== null}
        onClick={clear}
      >
        <Icon name="clear" />
      </button>
      <span class="tool-divider" />
      <label class="tool-check" title="Keep showing rows of earlier pages after a navigation. They stay recorded either way.">
        <input
          type="checkbox"
          data-testid="preserve-log"
          checked={view.preserveLog.value}
          onChange={(event) => {
            view.preserveLog.value = event.currentTarget.checked;
          }}
        />
        <span class="tool-text">
          Preserve<span class="tool-text-more"> log</span>
        </span>
      </label>
      <span class="tool-divider" />
      {(viewTab.value === 'responses' || viewTab.value === 'cookies') && <FilterField />}
      {viewTab.value === 'responses' && <SessionSwitch />}
      <span class="tool-space" />
      <ImportMenu />
      <SecretsButton />
    </div>
  );
}

function SessionSwitch() {
  const { view } = usePanel();
  return (
    <button
      type="button"
      role="switch"
      class="tool-switch"
      aria-checked={view.sessionOnly.value}
      title="Show only rows that touch a session cookie"
      data-testid="session-only"
      onClick={() => {
        view.sessionOnly.value = !view.sessionOnly.value;
      }}
    >
      Session<span class="tool-text-more"> only</span>
    </button>
  );
}

function PauseButton() {
  const { view } = usePanel();
  const paused = view.paused.value;
  const came = view.cameWhilePaused.value;
  const label = paused ? `Resume the table: ${plural(came, 'row')} came meanwhile` : PAUSE_HINT;
  return (
    <button
      type="button"
      class={paused ? 'tool tool-paused' : 'tool'}
      title={label}
      aria-label={label}
      aria-pressed={paused}
      data-testid="pause"
      onClick={view.togglePause}
    >
      <Icon name={paused ? 'resume' : 'pause'} />
      {paused && <span class="tool-badge">{formatCount(came)} new</span>}
    </button>
  );
}

function SecretsButton() {
  const { secrets } = usePanel();
  const count = secrets.list.value.length;
  return (
    <button
      type="button"
      class="tool tool-secrets"
      title={count === 0 ? 'Enter secret_key_base to open sealed sessions' : 'Secrets that open sessions'}
      aria-expanded={secrets.drawerOpen.value}
      data-testid="secrets-button"
      onClick={() => {
        secrets.drawerOpen.value = !secrets.drawerOpen.value;
      }}
    >
      <Icon name="key" />
      <span>{count === 0 ? <SecretPrompt /> : plural(count, 'secret')}</span>
    </button>
  );
}

/** `Enter secret…`, or as much of it as there is room for. */
function SecretPrompt() {
  return (
    <>
      <span class="tool-text-more">Enter secret…</span>
      <span class="tool-text-less">Secret…</span>
    </>
  );
}
