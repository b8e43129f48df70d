import { useRef } from 'preact/hooks';
import { LONGEST_ENTRY } from '../../../../core/readers/rails/store-entry.ts';
import { Icon } from '../../../components/icon.tsx';
import { usePanel } from '../../../context.ts';
import { message } from '../../../text/message.ts';
import { storeFailureText } from '../../../text/store-entry.ts';

/** What is pasted goes to the worker and is read there; a file is dropped on the field. */
export function PasteEntry({ sessionId }: { readonly sessionId: string }) {
  const { storeEntries } = usePanel();
  const field = useRef<HTMLTextAreaElement>(null);
  const refused = storeEntries.refused.value;
  const failure = refused?.sessionId === sessionId ? refused.failure : null;

  const read = (): void => storeEntries.attach(sessionId, field.current?.value ?? '');
  const onDrop = (event: DragEvent): void => {
    const [file] = event.dataTransfer?.files ?? [];
    if (file === undefined) return;
    event.preventDefault();
    if (file.size > LONGEST_ENTRY) storeEntries.refuse(sessionId, { code: 'too-large' });
    else
      file.arrayBuffer().then(
        (bytes) => storeEntries.attach(sessionId, new Uint8Array(bytes)),
        () => storeEntries.refuse(sessionId, { code: 'empty' }),
      );
  };
  return (
    <div class="paste-entry">
      <label class="form-line">
        <span>{message('storePaste')}</span>
        <textarea
          ref={field}
          class="input paste-text"
          rows={3}
          placeholder={message('storePasteHint')}
          autocomplete="off"
          spellcheck={false}
          data-testid="store-entry"
          onDragOver={(event) => event.preventDefault()}
          onDrop={onDrop}
        />
      </label>
      <p class="form-error" role="alert" data-testid="store-entry-error">
        {failure !== null && (
          <>
            <Icon name="error" />
            {storeFailureText(failure)}
          </>
        )}
      </p>
      <div class="actions">
        <button type="button" class="button button-primary" data-testid="store-entry-read" onClick={read}>
          {message('storeRead')}
        </button>
        <span class="muted small">{message('storeReadHint')}</span>
      </div>
    </div>
  );
}
