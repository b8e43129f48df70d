import { Icon } from '../../components/icon.tsx';
import { usePanel } from '../../context.ts';
import type { CookiesEmptyReason } from '../../state/cookies.ts';
import { plural } from '../../text/numbers.ts';
import { Act, Message } from '../empty-message.tsx';
import { FileEmpty } from '../import/file-empty.tsx';

/** Why no cookie shows, and what to do next. */
export function CookiesEmpty({ reason }: { readonly reason: CookiesEmptyReason }) {
  const { cookies, host, summary, view, recordings } = usePanel();
  const known = cookies.all.value.length;
  switch (reason) {
    case 'no-cookie': {
      const file = recordings.shown.value;
      if (file !== null) return <FileEmpty source={file} what="cookies" />;
      const { exchanges } = summary.value;
      return (
        <Message
          title="No response has set a cookie"
          action={
            <button type="button" class="button button-primary" onClick={() => host.reloadPage()}>
              <Icon name="reload" />
              Reload the page
            </button>
          }
        >
          {exchanges === 0
            ? 'Reload the page to record its responses. Every cookie they set gets a row here.'
            : `${plural(exchanges, 'response')} recorded so far. Sign in, or reload the page.`}
        </Message>
      );
    }
    case 'hidden':
      return (
        <Message title="No cookie in the rows that show" action={<Act onClick={view.showEverything}>Show all rows</Act>}>
          The rows that set cookies are hidden: they came while the table was paused, or before the last navigation.
        </Message>
      );
    case 'finding':
      return (
        <Message title="No cookie with this finding" action={<Act onClick={cookies.showEverything}>Show all cookies</Act>}>
          {plural(known, 'cookie')} recorded, and none of them has it.
        </Message>
      );
    case 'filter':
      return (
        <Message title="No match" action={<Act onClick={cookies.showEverything}>Show all cookies</Act>}>
          No cookie name or domain contains “{cookies.filter.value.trim()}”
          {cookies.finding.value === 'all' ? '' : ' among the cookies with this finding'}.
        </Message>
      );
  }
}
