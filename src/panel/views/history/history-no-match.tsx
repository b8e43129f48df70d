import { usePanel } from '../../context.ts';
import { message } from '../../text/message.ts';
import { Act, Message } from '../empty-message.tsx';

/** No version passes the filter. */
export function HistoryNoMatch() {
  const { history, search } = usePanel();
  const { filter } = history.filter;
  return (
    <Message title={message('emptyFilterTitle')} action={<Act onClick={() => (filter.value = '')}>{message('emptyClearFilter')}</Act>}>
      {message('historyNoMatch', filter.value.trim())}
      {search.searching.value && ` ${message('emptyFilterSearching')}`}
    </Message>
  );
}
