import { Icon } from '../../components/icon.tsx';
import { usePanel } from '../../context.ts';
import { plural } from '../../text/numbers.ts';
import { Message } from '../empty-message.tsx';
import { FileEmpty } from '../import/file-empty.tsx';

/** No session cookie was seen: what to do about it. */
export function HistoryEmpty() {
  const { host, summary, recordings } = usePanel();
  const file = recordings.shown.value;
  if (file !== null) return <FileEmpty source={file} what="session" />;
  const { exchanges } = summary.value;
  return (
    <Message
      title="No session yet"
      action={
        <button type="button" class="button button-primary" onClick={() => host.reloadPage()}>
          <Icon name="reload" />
          Reload the page
        </button>
      }
    >
      {exchanges === 0 ? '' : `${plural(exchanges, 'response')} recorded, and none touches a session cookie. `}
      Reload the page or sign in: every response that sets the session makes a version, and they are listed here with what each was made of.
    </Message>
  );
}
