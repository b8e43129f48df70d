import { Icon } from '../../components/icon.tsx';
import { usePanel } from '../../context.ts';
import type { EmptyReason } from '../../state/view.ts';
import { counted, message } from '../../text/message.ts';
import { Act, Message } from '../empty-message.tsx';
import { FileEmpty } from '../import/file-empty.tsx';

/** Why no row shows, and what to do next. */
export function EmptyState({ reason }: { readonly reason: EmptyReason }) {
  const { view, host, summary, rows, search, recordings } = usePanel();
  const hidden = rows.rows.value.length;
  switch (reason) {
    case 'nothing-recorded': {
      const file = recordings.shown.value;
      if (file !== null) return <FileEmpty source={file} of="cookies" />;
      const { exchanges } = summary.value;
      const reload = (
        <button type="button" class="button button-primary" onClick={() => host.reloadPage()}>
          <Icon name="reload" />
          {message('emptyReload')}
        </button>
      );
      if (exchanges === 0) {
        return (
          <Message
            title={message('emptyWaitingTitle')}
            action={
              <div class="empty-actions">
                {reload}
                <Act onClick={recordings.openExample}>{message('importExample')}</Act>
              </div>
            }
          >
            {message('emptyWaiting')}
          </Message>
        );
      }
      return (
        <Message title={message('emptyNoCookieTitle')} action={reload}>
          {counted('emptyNoCookie', exchanges)}
        </Message>
      );
    }
    case 'paused':
      return (
        <Message title={message('emptyPausedTitle')} action={<Act onClick={view.togglePause}>{message('emptyResume')}</Act>}>
          {counted('emptyPaused', view.cameWhilePaused.value)}
        </Message>
      );
    case 'before-navigation': {
      const preserve = <Act onClick={() => (view.preserveLog.value = true)}>{message('preserveLog')}</Act>;
      return (
        <Message title={message('emptyNavigationTitle')} action={preserve}>
          {counted('emptyNavigation', hidden)}
        </Message>
      );
    }
    case 'session-only': {
      const showAll = <Act onClick={view.toggleSessionOnly}>{message('emptyShowAll')}</Act>;
      return (
        <Message title={message('emptySessionOnlyTitle')} action={showAll}>
          {counted('emptySessionOnly', hidden)}
        </Message>
      );
    }
    case 'span': {
      const clear = <Act onClick={() => (view.span.value = null)}>{message('emptyShowAll')}</Act>;
      return (
        <Message title={message('emptySpanTitle')} action={clear}>
          {message('emptySpan')}
        </Message>
      );
    }
    case 'filter': {
      const clear = <Act onClick={() => (view.filter.value = '')}>{message('emptyClearFilter')}</Act>;
      return (
        <Message title={message('emptyFilterTitle')} action={clear}>
          {message('emptyFilter', view.filter.value.trim())}
          {search.searching.value && ` ${message('emptyFilterSearching')}`}
        </Message>
      );
    }
  }
}
