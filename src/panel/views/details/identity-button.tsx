import { Icon } from '../../components/icon.tsx';
import { usePanel } from '../../context.ts';
import { identityPath, isKnownIdentity, type KeyNames } from '../../state/identity-keys.ts';
import { message } from '../../text/message.ts';

/** Names a place of the session as identity, or takes that back; nothing where it cannot be named, or is known as identity. */
export function IdentityButton({ names, tabIndex }: { readonly names: KeyNames; readonly tabIndex: number }) {
  const { identityKeys } = usePanel();
  const key = identityPath(names);
  if (key === null || isKnownIdentity(names)) return null;
  const named = identityKeys.keys.value.includes(key);
  const hint = message(named ? 'identityTakeBack' : 'identityTreat', key);
  return (
    <button
      type="button"
      class="copy"
      title={hint}
      aria-label={hint}
      aria-pressed={named}
      tabIndex={tabIndex}
      data-testid="treat-as-identity"
      onClick={(event) => {
        event.stopPropagation();
        if (named) identityKeys.remove(key);
        else identityKeys.add(key);
      }}
    >
      <Icon name={named ? 'close' : 'person'} />
      <span>{message('identityWord')}</span>
    </button>
  );
}

/** Beside a key that says who is signed in. */
export function IdentityMark({ names }: { readonly names: KeyNames }) {
  const { identityKeys } = usePanel();
  if (!isKnownIdentity(names) && !identityKeys.keys.value.includes(identityPath(names) ?? '')) return null;
  return (
    <span class="identity-mark" role="img" aria-label={message('identityMark')} title={message('identityMark')} data-testid="identity-mark">
      <Icon name="person" />
    </span>
  );
}
