import type { OpenedSource } from '../../../worker/protocol.ts';
import { Icon } from '../../components/icon.tsx';
import { usePanel } from '../../context.ts';
import type { RecordingsStore } from '../../state/recordings.ts';
import { importFailureText, lackingTexts, progressText } from '../../text/import.ts';
import { counted, message } from '../../text/message.ts';

/** Above the views, while they show a file, while one is read, and where one could not be. */
export function RecordingStrip() {
  const { recordings } = usePanel();
  const { importing, failed, shown } = recordings;
  return (
    <>
      {importing.value !== null && <Importing importing={importing.value} cancel={recordings.cancel} />}
      {failed.value !== null && <Failed failed={failed.value} dismiss={recordings.dismiss} />}
      {shown.value !== null && <Shown source={shown.value} />}
    </>
  );
}

interface ImportingProps {
  readonly importing: NonNullable<RecordingsStore['importing']['value']>;
  readonly cancel: () => void;
}

function Importing({ importing, cancel }: ImportingProps) {
  const { name, bytes, total } = importing;
  return (
    <div class="strip" data-testid="import-progress">
      <div class="strip-text">
        <b class="strip-name">{name}</b>
        <progress class="strip-bar" max={Math.max(1, total)} value={bytes} aria-label={message('importReading', name)} />
        <span class="strip-more">{progressText(importing)}</span>
      </div>
      <button type="button" class="button" data-testid="import-cancel" onClick={cancel}>
        {message('importCancel')}
      </button>
    </div>
  );
}

interface FailedProps {
  readonly failed: NonNullable<RecordingsStore['failed']['value']>;
  readonly dismiss: () => void;
}

function Failed({ failed: { name, failure }, dismiss }: FailedProps) {
  return (
    <div class="strip strip-failed" role="alert" data-testid="import-failed">
      <div class="strip-text">
        <Icon name="error" />
        <b class="strip-name">{name}</b>
        <span>{importFailureText(failure)}</span>
      </div>
      <button type="button" class="tool" title={message('importDismiss')} aria-label={message('importDismiss')} onClick={dismiss}>
        <Icon name="close" />
      </button>
    </div>
  );
}

function Shown({ source }: { readonly source: OpenedSource }) {
  const { recordings } = usePanel();
  const { name, example, creator, entries } = source;
  return (
    <div class="strip" role="status" data-testid="recording-strip">
      <div class="strip-text">
        <b class="strip-name">{example ? message('importExampleName') : name}</b>
        <span class="strip-more">
          {counted('importEntries', entries)}
          {creator !== null && ` · ${creator}`}
        </span>
        {example && <span>{message('importExampleSecret')}</span>}
        {lackingTexts(source).map((text) => (
          <span key={text} class="strip-lacks">
            <Icon name="warning" />
            {text}
          </span>
        ))}
        <span class="strip-more strip-live">{counted('importLive', recordings.live.value)}</span>
      </div>
      <button type="button" class="button" data-testid="back-to-live" onClick={() => recordings.close('shown')}>
        {message('importBack')}
      </button>
    </div>
  );
}
