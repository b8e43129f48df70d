import { usePanel } from '../../context.ts';
import { message, withParts } from '../../text/message.ts';
import { Act } from '../empty-message.tsx';

/** What would be shown here, and what helps to see it. */
export function LogoutsEmpty() {
  const { view, secrets, logouts } = usePanel();
  const kept = view.preserveLog.value;
  const signOuts = logouts.signOuts.value.length;
  const opens = secrets.list.value.length > 0;
  return (
    <div class={signOuts > 0 ? 'logouts-empty logouts-empty-above' : 'logouts-empty'} data-testid="empty">
      <h2>{message('logoutsEmptyTitle')}</h2>
      <p>{message(signOuts > 0 ? 'logoutsEmptySignOuts' : 'logoutsEmpty')}</p>
      <ol class="logouts-todo">
        <li>{withParts('logoutsTodoRecord', <b>{message('logoutsTodoRecordStart')}</b>)}</li>
        <li>
          {withParts('logoutsTodoPreserve', <b>{message('logoutsTodoPreserveStart')}</b>)}{' '}
          {kept ? (
            <Done text={message('logoutsIsOn')} />
          ) : (
            <Act onClick={() => (view.preserveLog.value = true)}>{message('preserveLog')}</Act>
          )}
        </li>
        <li>
          {withParts('logoutsTodoSecret', <b>{message('logoutsTodoSecretStart')}</b>)}{' '}
          {opens ? (
            <Done text={message('logoutsHasSecret')} />
          ) : (
            <Act onClick={() => (secrets.drawerOpen.value = true)}>{message('logoutsEnterSecret')}</Act>
          )}
        </li>
      </ol>
    </div>
  );
}

const Done = ({ text }: { readonly text: string }) => <span class="logouts-done">✓ {text}</span>;
