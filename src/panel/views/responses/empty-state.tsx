import { Icon } from '../../components/icon.tsx';
import { usePanel } from '../../context.ts';
import type { EmptyReason } from '../../state/view.ts';
import { plural } from '../../text/numbers.ts';
import { Act, Message } from '../empty-message.tsx';

/** Why no row shows, and what to do next. */
export function EmptyState({ reason }: { readonly reason: EmptyReason }) {
  const { view, host, summary, rows } = usePanel();
  const hidden = rows.rows.value.length;
  switch (reason) {
    case 'nothing-recorded': {
      const { exchanges } = summary.value;
      const reload = (
        <button type="button" class="button button-primary" onClick={() => host.reloadPage()}>
          <Icon name="reload" />
          Reload the page
        </button>
      );
      if (exchanges === 0) {
        return (
          <Message title="Recording, and waiting for responses" action={reload}>
            Reload the page to record its responses. Every cookie they set is listed here.
          </Message>
        );
      }
      return (
        <Message title="No response has set a cookie" action={reload}>
          {plural(exchanges, 'response')} recorded so far. Sign in, or reload the page.
        </Message>
      );
    }
    case 'paused':
      return (
        <Message title="The table is paused" action={<Act onClick={view.togglePause}>Resume</Act>}>
          {plural(view.cameWhilePaused.value, 'row')} came meanwhile.
        </Message>
      );
    case 'before-navigation':
      return (
        <Message title="No row since the last navigation" action={<Act onClick={() => (view.preserveLog.value = true)}>Preserve log</Act>}>
          {plural(hidden, 'row')} of earlier pages {hidden === 1 ? 'is' : 'are'} hidden.
        </Message>
      );
    case 'session-only':
      return (
        <Message title="No session cookie" action={<Act onClick={() => (view.sessionOnly.value = false)}>Show all cookies</Act>}>
          {plural(hidden, 'row')} recorded, and none of them touches a session.
        </Message>
      );
    case 'filter':
      return (
        <Message title="No match" action={<Act onClick={() => (view.filter.value = '')}>Clear filter</Act>}>
          No cookie name, path or host contains “{view.filter.value.trim()}”
          {view.sessionOnly.value ? ' among the rows that touch a session' : ''}.
        </Message>
      );
  }
}
