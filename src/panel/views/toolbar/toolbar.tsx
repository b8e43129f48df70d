import { Icon } from '../../components/icon.tsx';
import { usePanel } from '../../context.ts';
import { counted, message, withPartsIn } from '../../text/message.ts';
import { formatCount } from '../../text/numbers.ts';
import { ExportButton } from '../export/export-button.tsx';
import { HelpButton } from '../help/help-button.tsx';
import { FileMenus } from './file-menus.tsx';
import { FilterField } from './filter-field.tsx';

export function Toolbar() {
  const { view, viewTab, filters, clear, recordings } = usePanel();
  return (
    <div class="toolbar" role="toolbar" aria-label={message('toolbarLabel')}>
      <PauseButton />
      <button
        type="button"
        class="tool"
        title={message('toolbarClear')}
        aria-label={message('toolbarClear')}
        data-testid="clear"
        disabled={recordings.shown.value !== null}
        onClick={clear}
      >
        <Icon name="clear" />
      </button>
      <span class="tool-divider" />
      <label class="tool-check tool-roomy" title={message('toolbarPreserveHint')}>
        <input
          type="checkbox"
          data-testid="preserve-log"
          checked={view.preserveLog.value}
          onChange={(event) => {
            view.preserveLog.value = event.currentTarget.checked;
          }}
        />
        <span class="tool-text">{message('preserveLog')}</span>
      </label>
      {viewTab.value in filters && (
        <>
          <span class="tool-divider" />
          <FilterField />
        </>
      )}
      {viewTab.value === 'responses' && <SessionSwitch />}
      <span class="tool-space" />
      <FileMenus>
        <ExportButton />
        <SecretsButton />
        <HelpButton />
      </FileMenus>
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
      title={message('toolbarSessionHint')}
      data-testid="session-only"
      // The focus stays in the filter: without it a chip would come, and push the switch away under the pointer.
      onMouseDown={(event) => event.preventDefault()}
      onClick={view.toggleSessionOnly}
    >
      {withPartsIn('tool-text-more', 'toolbarSessionOnly', message('toolbarSession'))}
    </button>
  );
}

function PauseButton() {
  const { view } = usePanel();
  const paused = view.paused.value;
  const came = view.cameWhilePaused.value;
  const label = paused ? counted('toolbarResume', came) : message('toolbarPause');
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
      {paused && <span class="tool-badge">{withPartsIn('tool-text-more', 'toolbarNew', formatCount(came))}</span>}
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
      title={message(count === 0 ? 'toolbarSecretHint' : 'toolbarSecretsHint')}
      aria-expanded={secrets.drawerOpen.value}
      data-testid="secrets-button"
      onClick={() => {
        secrets.drawerOpen.value = !secrets.drawerOpen.value;
      }}
    >
      <Icon name="key" />
      <span>{count === 0 ? <SecretPrompt /> : counted('toolbarSecrets', count)}</span>
    </button>
  );
}

/** `Enter secret…`, or as much of it as there is room for. */
function SecretPrompt() {
  return (
    <>
      <span class="tool-text-more">{message('toolbarEnterSecret')}</span>
      <span class="tool-text-less">{message('toolbarSecretShort')}</span>
    </>
  );
}
