import { useEffect, useState } from 'preact/hooks';
import { message, withPartsIn } from '../text/message.ts';
import { Icon } from './icon.tsx';
import { saveFile } from './save-file.ts';

export interface SaveButtonProps {
  readonly fileName: string;
  /** Media type, such as `text/csv`. */
  readonly type: string;
  /** Called only when it is saved. Null saves nothing. */
  readonly content: () => Promise<string | null>;
  /** The format, which alone is shown where it is narrow. */
  readonly label: string;
  readonly disabled?: boolean;
  readonly testid: string;
}

const CONFIRMATION_MS = 1500;

/** Gives the browser a file to save, and says so. Nothing leaves the machine: the worker makes the file. */
export function SaveButton({ fileName, type, content, label, disabled = false, testid }: SaveButtonProps) {
  const [saved, setSaved] = useState(false);
  useEffect(() => {
    if (!saved) return;
    const timer = setTimeout(() => setSaved(false), CONFIRMATION_MS);
    return () => clearTimeout(timer);
  }, [saved]);

  const save = async (): Promise<void> => {
    const made = await content();
    if (made === null) return;
    saveFile(fileName, type, made);
    setSaved(true);
  };
  return (
    <button
      type="button"
      class={saved ? 'copy copy-copied' : 'copy'}
      title={message('saveTitle', label, fileName)}
      disabled={disabled}
      data-testid={testid}
      onClick={() => void save()}
    >
      <Icon name={saved ? 'check' : 'save'} />
      <span>{saved ? message('saveDone') : withPartsIn('verb', 'saveLabel', label)}</span>
      <span class="visually-hidden" aria-live="polite">
        {saved ? message('saveGiven', fileName) : ''}
      </span>
    </button>
  );
}
