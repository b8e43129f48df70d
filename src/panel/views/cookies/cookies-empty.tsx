import { Icon } from '../../components/icon.tsx';
import { usePanel } from '../../context.ts';
import type { CookiesEmptyReason } from '../../state/cookies.ts';
import { counted, message } from '../../text/message.ts';
import { Act, Message } from '../empty-message.tsx';
import { FileEmpty } from '../import/file-empty.tsx';

/** Why no cookie shows, and what to do next. */
export function CookiesEmpty({ reason }: { readonly reason: CookiesEmptyReason }) {
  const { cookies, host, summary, view, recordings } = usePanel();
  const known = cookies.all.value.length;
  switch (reason) {
    case 'no-cookie': {
      const file = recordings.shown.value;
      if (file !== null) return <FileEmpty source={file} of="cookies" />;
      const { exchanges } = summary.value;
      return (
        <Message
          title={message('emptyNoCookieTitle')}
          action={
            <button type="button" class="button button-primary" onClick={() => host.reloadPage()}>
              <Icon name="reload" />
              {message('emptyReload')}
            </button>
          }
        >
          {exchanges === 0 ? message('cookiesEmptyWaiting') : counted('emptyNoCookie', exchanges)}
        </Message>
      );
    }
    case 'hidden':
      return (
        <Message title={message('cookiesEmptyHiddenTitle')} action={<Act onClick={view.showEverything}>{message('showAllRows')}</Act>}>
          {message('cookiesEmptyHidden')}
        </Message>
      );
    case 'finding':
      return (
        <Message title={message('cookiesEmptyFindingTitle')} action={<Act onClick={cookies.showEverything}>{message('emptyShowAll')}</Act>}>
          {counted('cookiesEmptyFinding', known)}
        </Message>
      );
    case 'filter':
      return (
        <Message title={message('emptyFilterTitle')} action={<Act onClick={cookies.showEverything}>{message('emptyShowAll')}</Act>}>
          {message(cookies.finding.value === 'all' ? 'cookiesEmptyFilter' : 'cookiesEmptyFilterFinding', cookies.filter.value.trim())}
        </Message>
      );
  }
}
