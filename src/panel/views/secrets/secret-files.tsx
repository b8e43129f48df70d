import { useRef, useState } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import { usePanel } from '../../context.ts';
import type { FilesAnswer } from '../../state/secrets.ts';
import { message } from '../../text/message.ts';
import { foundText, secretFileText } from '../../text/secret-file.ts';

/** More than the worker takes, so that it can say that a file is too large without all of it being read. */
const MOST_BYTES = 1 << 20;

/** A place to drop files that hold secrets. Their bytes go to the worker, and nothing of them stays in the panel. */
export function SecretFiles() {
  const { secrets } = usePanel();
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = async (files: readonly File[]): Promise<void> => {
    secrets.files.value = null;
    secrets.addFiles(
      await Promise.all(
        files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.slice(0, MOST_BYTES).arrayBuffer()) })),
      ),
    );
  };
  return (
    <section
      class={over ? 'secret-files secret-files-over' : 'secret-files'}
      aria-label={message('secretsFilesLabel')}
      data-testid="secret-files"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <p>{message('secretsFiles')}</p>
      <button type="button" class="button" data-testid="secret-files-choose" onClick={() => chooser.current?.click()}>
        {message('secretsChooseFiles')}
      </button>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        data-testid="secret-files-input"
        onChange={(event) => {
          const field = event.currentTarget;
          void take([...(field.files ?? [])]).then(() => {
            field.value = '';
          });
        }}
      />
      <Answer answer={secrets.files.value} />
    </section>
  );
}

function Answer({ answer }: { readonly answer: FilesAnswer | null }) {
  return (
    <div role="status" data-testid="secret-files-answer">
      {answer !== null && answer.found.length > 0 && <p>{foundText(answer.found)}</p>}
      {answer?.notes.map((note) => (
        <p key={`${note.file} ${note.kind}`} class="form-error">
          <Icon name="warning" />
          {secretFileText(note)}
        </p>
      ))}
    </div>
  );
}
