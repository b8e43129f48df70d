import { useRef } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import { usePanel } from '../../context.ts';
import { message } from '../../text/message.ts';

/** Which keys say who is signed in, besides those that are known: a list to take from and a field to add to. */
export function IdentityKeys({ id }: { readonly id: string }) {
  const { identityKeys } = usePanel();
  const field = useRef<HTMLInputElement>(null);
  const add = (): void => {
    const input = field.current;
    if (input === null) return;
    identityKeys.add(input.value);
    input.value = '';
    input.focus();
  };
  return (
    <section class="identity-keys" id={id} aria-label={message('identityKeys')} data-testid="identity-keys">
      <p class="muted">{message('identityKeysHint')}</p>
      <div class="identity-line">
        {identityKeys.keys.value.map((key) => (
          <span key={key} class="identity-key" data-testid="identity-key">
            <code>{key}</code>
            <button
              type="button"
              class="copy"
              title={message('identityRemove', key)}
              aria-label={message('identityRemove', key)}
              onClick={() => {
                identityKeys.remove(key);
                field.current?.focus();
              }}
            >
              <Icon name="close" />
            </button>
          </span>
        ))}
        <input
          ref={field}
          class="input"
          aria-label={message('identityField')}
          placeholder={message('identityField')}
          data-testid="identity-field"
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            // Not left to the browser: Firefox’s DevTools may keep it.
            event.preventDefault();
            add();
          }}
        />
        <button type="button" class="button" data-testid="identity-add" onClick={add}>
          {message('identityAdd')}
        </button>
      </div>
    </section>
  );
}
