import { useRef } from 'preact/hooks';
import { usePanel } from '../../context.ts';
import { actionOf, stepOf } from '../../state/shortcuts.ts';
import { counted, message } from '../../text/message.ts';
import { LogoutItem } from './logout-item.tsx';
import { LogoutsEmpty } from './logouts-empty.tsx';

/** Why sessions were lost: a verdict each, in the order of the traffic, and apart from them the plain sign-outs. */
export function Logouts() {
  const { logouts, connected } = usePanel();
  const view = useRef<HTMLDivElement>(null);
  const faults = logouts.faults.value;
  const signOuts = logouts.signOuts.value;

  const onKeyDown = (event: KeyboardEvent): void => {
    const action = actionOf('verdicts', event);
    if (action === null || event.defaultPrevented) return;
    const target = event.target as HTMLElement;
    const heads = [...(view.current?.querySelectorAll<HTMLElement>('.logout-head') ?? [])];
    const own = target.closest<HTMLElement>('[data-logout]');
    const head = own?.querySelector<HTMLElement>('.logout-head') ?? null;
    const id = own?.dataset.logout ?? '';
    const open = logouts.opened.peek().has(id);
    if (action === 'close' && open) {
      logouts.close(id);
      head?.focus();
    } else if (action === 'toggle' && target === head) {
      // Not left to the button: Firefox’s DevTools may keep the key press that would click it.
      if (open) logouts.close(id);
      else logouts.open(id);
    } else {
      // Inside the evidence arrows scroll.
      if (head === null || target !== head) return;
      const by = stepOf(action, 1, heads.length);
      if (by === undefined) return;
      heads[Math.max(0, Math.min(heads.length - 1, heads.indexOf(head) + by))]?.focus();
    }
    event.preventDefault();
    event.stopPropagation();
  };

  if (!connected.value) return <div class="logouts" />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys come from the buttons inside
    <div class="logouts" ref={view} onKeyDown={onKeyDown} data-testid="logouts">
      {faults.length === 0 ? (
        <LogoutsEmpty />
      ) : (
        <section aria-label={message('logoutsLost')}>
          <h2 class="logouts-title">{counted('logoutsCount', faults.length)}</h2>
          {faults.map((one) => (
            <LogoutItem key={one.id} view={one} />
          ))}
        </section>
      )}
      {signOuts.length > 0 && (
        <section class="sign-outs" aria-label={message('logoutsNotAFault')}>
          <h2 class="logouts-title">{message('logoutsNotAFault')}</h2>
          {signOuts.map((one) => (
            <LogoutItem key={one.id} view={one} />
          ))}
        </section>
      )}
    </div>
  );
}
