import { usePanel } from '../../context.ts';
import { Act } from '../empty-message.tsx';

/** What would be shown here, and what helps to see it. */
export function LogoutsEmpty() {
  const { view, secrets, logouts } = usePanel();
  const kept = view.preserveLog.value;
  const signOuts = logouts.signOuts.value.length;
  const opens = secrets.list.value.length > 0;
  return (
    <div class={signOuts > 0 ? 'logouts-empty logouts-empty-above' : 'logouts-empty'} data-testid="empty">
      <h2>No session was lost so far</h2>
      <p>
        {signOuts > 0 ? 'Only plain sign-outs were recorded. ' : ''}
        When one is lost, this says why: one verdict, the requests and responses that show it, and what to do about it. For a verdict that
        is certain:
      </p>
      <ol class="logouts-todo">
        <li>
          <b>Record from before the sign-in.</b> Keep DevTools open, sign in, and do what loses the session.
        </li>
        <li>
          <b>Preserve the log,</b> so that the pages before the loss stay in sight.{' '}
          {kept ? <Done text="It is on." /> : <Act onClick={() => (view.preserveLog.value = true)}>Preserve log</Act>}
        </li>
        <li>
          <b>Enter the application’s secret.</b> Then it shows who was signed in; without it only what is on the outside counts.{' '}
          {opens ? <Done text="There is one." /> : <Act onClick={() => (secrets.drawerOpen.value = true)}>Enter a secret</Act>}
        </li>
      </ol>
    </div>
  );
}

const Done = ({ text }: { readonly text: string }) => <span class="logouts-done">✓ {text}</span>;
