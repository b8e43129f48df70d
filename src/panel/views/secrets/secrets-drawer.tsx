import { useEffect, useRef, useState } from 'preact/hooks';
import type { SecretSummary } from '../../../worker/protocol.ts';
import { Icon } from '../../components/icon.tsx';
import { WhereToFind } from '../../components/where-to-find.tsx';
import { usePanel } from '../../context.ts';
import { formatCount } from '../../text/numbers.ts';
import { SecretFiles } from './secret-files.tsx';
import { SecretForm } from './secret-form.tsx';

/** Enter, see and forget secrets. The panel beside it stays in use. */
export function SecretsDrawer() {
  const { secrets } = usePanel();
  const drawer = useRef<HTMLElement>(null);
  const [helping, setHelping] = useState(false);
  useEffect(() => {
    const before = document.activeElement;
    drawer.current?.querySelector<HTMLElement>('[data-testid=secret-text]')?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const close = (): void => {
    secrets.drawerOpen.value = false;
  };
  const list = secrets.list.value;
  return (
    <aside
      class="drawer"
      aria-label="Secrets"
      ref={drawer}
      data-testid="secrets-drawer"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <header class="drawer-head">
        <h2>Secrets</h2>
        <button type="button" class="tool" title="Close (Escape)" aria-label="Close" onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <div class="drawer-body">
        {list.length > 0 && (
          <>
            <ul class="secret-list">
              {list.map((secret) => (
                <SecretItem key={secret.id} secret={secret} />
              ))}
            </ul>
            {list.length > 1 && (
              <button type="button" class="link" data-testid="secret-forget-all" onClick={() => secrets.forget(null)}>
                Forget all
              </button>
            )}
          </>
        )}
        <SecretForm />
        <SecretFiles />
        <button type="button" class="disclosure" aria-expanded={helping} onClick={() => setHelping(!helping)}>
          <Icon name="chevron" />
          Where to find it
        </button>
        {helping && <WhereToFind />}
        <p class="muted small">
          A secret becomes keys that cannot be read back, in the memory of this DevTools window. It is gone when DevTools closes, unless you
          keep it, and is never sent, logged or exported.
        </p>
      </div>
    </aside>
  );
}

function SecretItem({ secret }: { readonly secret: SecretSummary }) {
  const { secrets } = usePanel();
  const { id, label, opened, sealed } = secret;
  return (
    <li class="secret-item" data-testid="secret-item">
      <Icon name="key" />
      <span class="secret-name">
        <b>{label}</b>
        <span class="muted">
          {sealed === 0 ? 'nothing sealed seen yet' : `opened ${formatCount(opened)} of ${formatCount(sealed)}`}
          {secrets.kept.value.has(id) && ', kept until the browser closes'}
        </span>
      </span>
      <button type="button" class="button" aria-label={`Forget ${label}`} data-testid="secret-forget" onClick={() => secrets.forget(id)}>
        Forget
      </button>
    </li>
  );
}
