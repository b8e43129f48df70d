import { Icon } from '../../components/icon.tsx';
import { usePanel } from '../../context.ts';
import { counted, message } from '../../text/message.ts';
import { Message } from '../empty-message.tsx';
import { FileEmpty } from '../import/file-empty.tsx';

/** No session cookie was seen: what to do about it. */
export function HistoryEmpty() {
  const { host, summary, recordings } = usePanel();
  const file = recordings.shown.value;
  if (file !== null) return <FileEmpty source={file} of="session" />;
  const { exchanges } = summary.value;
  return (
    <Message
      title={message('historyEmptyTitle')}
      action={
        <button type="button" class="button button-primary" onClick={() => host.reloadPage()}>
          <Icon name="reload" />
          {message('emptyReload')}
        </button>
      }
    >
      {exchanges === 0 ? message('historyEmpty') : counted('historyEmptyRecorded', exchanges)}
    </Message>
  );
}
