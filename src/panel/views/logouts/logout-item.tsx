import type { ToldLogout } from '../../../core/report/logout-words.ts';
import { ConfidenceMark } from '../../components/confidence-mark.tsx';
import { Icon } from '../../components/icon.tsx';
import { Prose } from '../../components/prose.tsx';
import { SeverityMark } from '../../components/severity-mark.tsx';
import { usePanel } from '../../context.ts';
import { severityOf } from '../../state/logouts.ts';
import { pathText } from '../../text/logout.ts';
import { message, withParts } from '../../text/message.ts';
import { LogoutBody } from './logout-body.tsx';

/** One logout: the verdict, and below it what it stands on while it is open. */
export function LogoutItem({ view }: { readonly view: ToldLogout }) {
  const { logouts } = usePanel();
  const { id, logout, exchanges, words } = view;
  const open = logouts.opened.value.has(id);
  const severity = severityOf(view);
  const loss = exchanges.find((exchange) => exchange.id === logout.exchangeId);
  return (
    <article
      class={`logout logout-${severity}`}
      data-testid="logout"
      data-logout={id}
      data-cause={logout.cause}
      data-confidence={logout.confidence}
    >
      <h3>
        <button
          type="button"
          class="logout-head"
          aria-expanded={open}
          data-testid="logout-head"
          onClick={() => (open ? logouts.close(id) : logouts.open(id))}
        >
          <span class="logout-line">
            <span class={open ? 'tree-twisty tree-open' : 'tree-twisty'}>
              <Icon name="chevron" />
            </span>
            {severity === 'info' ? <span class="logout-calm" aria-hidden="true" /> : <SeverityMark severity={severity} />}
            <span class="logout-title">{words.title}</span>
            <ConfidenceMark confidence={logout.confidence} />
          </span>
          <span class="logout-verdict" data-testid="logout-verdict">
            <Prose text={words.verdict} />
          </span>
          <span class="logout-where">
            {loss === undefined
              ? message('logoutsAt', words.at)
              : withParts('logoutsAtShown', words.at, <code>{`${loss.method} ${pathText(loss)}`}</code>)}
          </span>
        </button>
      </h3>
      {open && <LogoutBody view={view} />}
    </article>
  );
}
