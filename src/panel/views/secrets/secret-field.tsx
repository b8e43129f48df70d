import type { RefObject } from 'preact';
import { message } from '../../text/message.ts';

export interface SecretFieldProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** Several lines were pasted. */
  readonly onLines: (text: string) => void;
}

/** Masked by style and no password field, so that no password manager offers to save what is typed. */
export function SecretField({ field, onKeyDown, onLines }: SecretFieldProps) {
  const onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!/[\r\n]/.test(text.trim())) return;
    event.preventDefault();
    onLines(text);
  };
  return (
    <label class="form-line">
      <span>secret_key_base</span>
      <input
        ref={field}
        type="text"
        class="input input-masked"
        placeholder={message('secretsFieldHint')}
        autocomplete="off"
        autocapitalize="off"
        autocorrect="off"
        spellcheck={false}
        data-1p-ignore="true"
        data-lpignore="true"
        data-bwignore="true"
        data-form-type="other"
        data-testid="secret-text"
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
    </label>
  );
}
