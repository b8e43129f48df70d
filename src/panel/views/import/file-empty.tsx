import type { OpenedSource } from '../../../worker/protocol.ts';
import { usePanel } from '../../context.ts';
import { counted, message } from '../../text/message.ts';
import { Act, Message } from '../empty-message.tsx';

/** In place of a view that has nothing to show of a file: what the file lacks. */
export function FileEmpty({ source, of }: { readonly source: OpenedSource; readonly of: 'cookies' | 'session' }) {
  const { recordings } = usePanel();
  const back = <Act onClick={() => recordings.close('shown')}>{message('importBack')}</Act>;
  const { entries, cookiesStripped } = source;
  if (cookiesStripped) {
    return (
      <Message title={message('importEmptyStrippedTitle')} action={back}>
        {message('importEmptyStripped')}
      </Message>
    );
  }
  const title = entries === 0 ? 'importEmptyFileTitle' : of === 'cookies' ? 'importEmptyCookiesTitle' : 'importEmptySessionTitle';
  return (
    <Message title={message(title)} action={back}>
      {entries === 0 ? message('importEmptyFile') : counted(of === 'cookies' ? 'importEmptyCookies' : 'importEmptySession', entries)}
    </Message>
  );
}
