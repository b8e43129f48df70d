import { useRef, useState } from 'preact/hooks';
import type { KeyOptions } from '../../../core/readers/reader.ts';
import { Icon } from '../../components/icon.tsx';
import { usePanel } from '../../context.ts';
import { readSecretLines } from '../../state/secret-lines.ts';
import type { SecretRefusal } from '../../state/secrets.ts';
import { message } from '../../text/message.ts';
import { AdvancedOptions } from './advanced-options.tsx';
import { SecretField } from './secret-field.tsx';

/** Adds secrets. No part of the state ever holds a secret's text: it goes from the field to the worker, and the field is emptied. */
export function SecretForm() {
  const { secrets } = usePanel();
  const label = useRef<HTMLInputElement>(null);
  const text = useRef<HTMLInputElement>(null);
  const [keep, setKeep] = useState(false);
  const [advanced, setAdvanced] = useState(false);
  const [options, setOptions] = useState<KeyOptions>({});

  const submit = (): void => {
    const field = text.current;
    if (field === null) return;
    const entered = field.value.trim();
    const name = label.current?.value.trim() ?? '';
    field.value = '';
    if (entered === '') {
      secrets.refused.value = 'empty';
      field.focus();
      return;
    }
    secrets.add(name === '' ? readSecretLines(entered) : [{ label: name, text: entered }], options, keep);
    if (label.current !== null) label.current.value = '';
    field.focus();
  };
  const submitOnEnter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    submit();
  };
  return (
    // No <form>: nothing here is to be offered to a password manager.
    <fieldset class="secret-form">
      <legend class="visually-hidden">{message('secretsAddLabel')}</legend>
      <label class="form-line">
        <span>{message('secretsName')}</span>
        <input
          ref={label}
          type="text"
          class="input"
          placeholder={message('secretsNameHint')}
          autocomplete="off"
          spellcheck={false}
          data-testid="secret-label"
          onKeyDown={submitOnEnter}
        />
      </label>
      <SecretField field={text} onKeyDown={submitOnEnter} onLines={(pasted) => secrets.add(readSecretLines(pasted), options, keep)} />
      <Refusal reason={secrets.refused.value} />
      <label class="form-check">
        <input type="checkbox" checked={keep} data-testid="secret-keep" onChange={(event) => setKeep(event.currentTarget.checked)} />
        <span>
          {message('secretsKeep')}
          <small>{message('secretsKeepHint')}</small>
        </span>
      </label>
      <button type="button" class="disclosure" aria-expanded={advanced} data-testid="advanced" onClick={() => setAdvanced(!advanced)}>
        <Icon name="chevron" />
        {message('secretsAdvanced')}
      </button>
      {advanced && <AdvancedOptions options={options} onChange={setOptions} />}
      <div class="actions">
        <button type="button" class="button button-primary" data-testid="secret-add" onClick={submit}>
          {message('secretsAdd')}
        </button>
      </div>
    </fieldset>
  );
}

function Refusal({ reason }: { readonly reason: SecretRefusal | null }) {
  return (
    <p class="form-error" role="alert">
      {reason !== null && (
        <>
          <Icon name="error" />
          {message(reason === 'empty' ? 'secretsRefusedEmpty' : 'secretsRefusedLong')}
        </>
      )}
    </p>
  );
}
