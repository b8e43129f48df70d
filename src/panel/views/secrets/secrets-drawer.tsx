import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { SecretSummary } from '../../../worker/protocol.ts';
import { Icon } from '../../components/icon.tsx';
import { WhereToFind } from '../../components/where-to-find.tsx';
import { usePanel } from '../../context.ts';
import { message } from '../../text/message.ts';
import { formatCount } from '../../text/numbers.ts';
import { SecretFiles } from './secret-files.tsx';
import { SecretForm } from './secret-form.tsx';
import { useCovering } from './use-covering.ts';

/** Enter, see and forget secrets. Where there is room, the panel beside it stays in use. */
export function SecretsDrawer() {
  const { secrets } = usePanel();
  const drawer = useRef<HTMLElement>(null);
  const [helping, setHelping] = useState(false);
  const close = (): void => {
    secrets.drawerOpen.value = false;
  };
  const closeOnEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    // DevTools take every Escape that reaches the document, for their console.
    event.stopPropagation();
    close();
  };
  useCovering(drawer, close);
  useEffect(() => {
    focusField(drawer);
    const closeFromBody = (event: KeyboardEvent): void => {
      if (event.target === document.body) closeOnEscape(event);
    };
    document.body.addEventListener('keydown', closeFromBody);
    return () => document.body.removeEventListener('keydown', closeFromBody);
  }, []);
  return (
    <aside class="drawer" aria-label={message('secretsLabel')} ref={drawer} data-testid="secrets-drawer" onKeyDown={closeOnEscape}>
      <header class="drawer-head">
        <h2>{message('secretsLabel')}</h2>
        <button type="button" class="tool" title={message('closeEscape')} aria-label={message('close')} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <div class="drawer-body">
        <SecretForm />
        <SecretList drawer={drawer} />
        <SecretFiles />
        <button type="button" class="disclosure" aria-expanded={helping} onClick={() => setHelping(!helping)}>
          <Icon name="chevron" />
          {message('whereToFind')}
        </button>
        {helping && <WhereToFind />}
        <p class="muted small">{message('secretsPromise')}</p>
      </div>
    </aside>
  );
}

const focusField = (drawer: RefObject<HTMLElement | null>): void =>
  drawer.current?.querySelector<HTMLElement>('[data-testid=secret-text]')?.focus();

/** Below the form, which stays where it is when the list grows and shrinks. */
function SecretList({ drawer }: { readonly drawer: RefObject<HTMLElement | null> }) {
  const { secrets } = usePanel();
  const list = secrets.list.value;
  if (list.length === 0) return null;
  // The button that had the focus is about to go, and the focus must not go with it.
  const forget = (id: string | null): void => {
    secrets.forget(id);
    focusField(drawer);
  };
  return (
    <>
      <ul class="secret-list">
        {list.map((secret) => (
          <SecretItem key={secret.id} secret={secret} onForget={() => forget(secret.id)} />
        ))}
      </ul>
      {list.length > 1 && (
        <button type="button" class="link" data-testid="secret-forget-all" onClick={() => forget(null)}>
          {message('secretsForgetAll')}
        </button>
      )}
    </>
  );
}

function SecretItem({ secret, onForget }: { readonly secret: SecretSummary; readonly onForget: () => void }) {
  const { secrets } = usePanel();
  const { id, label, opened, sealed } = secret;
  const state = sealed === 0 ? message('secretsNothingYet') : message('secretsOpened', formatCount(opened), formatCount(sealed));
  return (
    <li class="secret-item" data-testid="secret-item">
      <Icon name="key" />
      <span class="secret-name">
        <b>{label}</b>
        <span class="muted">{secrets.kept.value.has(id) ? message('secretsKept', state) : state}</span>
      </span>
      <button type="button" class="button" aria-label={message('secretsForgetOne', label)} data-testid="secret-forget" onClick={onForget}>
        {message('secretsForget')}
      </button>
    </li>
  );
}
