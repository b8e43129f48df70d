import { usePanel } from '../context.ts';
import { message } from '../text/message.ts';

/** Offers Firefox's other way to record when there is a gap, and says when it is in use. */
export function WebRequestNote({ gap }: { readonly gap: boolean }) {
  const { webRequest } = usePanel();
  const state = webRequest.state.value;
  if (state === 'on') {
    return (
      <span title={message('webRequestOn')} data-testid="web-request-on">
        {message('webRequestThrough')}{' '}
        <button type="button" class="link" data-testid="web-request-stop" onClick={() => void webRequest.stop()}>
          {message('webRequestStop')}
        </button>
      </span>
    );
  }
  if (state === 'unavailable' || !gap) return null;
  return (
    <span>
      <button
        type="button"
        class="link"
        title={message('webRequestOffer')}
        data-testid="web-request-start"
        onClick={() => void webRequest.start()}
      >
        {state === 'asking' ? message('webRequestAnswer') : <Offer />}
      </button>
    </span>
  );
}

/** As much of it as there is room for. */
function Offer() {
  return (
    <>
      <span class="tool-text-more">{message('webRequestStart')}</span>
      <span class="tool-text-less">{message('webRequestShort')}</span>
    </>
  );
}
