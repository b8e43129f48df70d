import { usePanel } from '../context.ts';

const OFFER =
  'Requests carried cookies that no recorded response set: Firefox’s DevTools lose responses when a page navigates at once. With access to this site they are recorded through webRequest instead.';
const ON = 'Responses are recorded through webRequest as well, so that none is lost. Stop gives the permission back.';

/** Offers Firefox's other way to record when there is a gap, and says when it is in use. */
export function WebRequestNote({ gap }: { readonly gap: boolean }) {
  const { webRequest } = usePanel();
  const state = webRequest.state.value;
  if (state === 'on') {
    return (
      <span title={ON} data-testid="web-request-on">
        through webRequest{' '}
        <button type="button" class="link" data-testid="web-request-stop" onClick={() => void webRequest.stop()}>
          Stop
        </button>
      </span>
    );
  }
  if (state === 'unavailable' || !gap) return null;
  return (
    <span>
      <button type="button" class="link" title={OFFER} data-testid="web-request-start" onClick={() => void webRequest.start()}>
        {state === 'asking' ? 'Answer in the new tab…' : <Offer />}
      </button>
    </span>
  );
}

/** As much of it as there is room for. */
function Offer() {
  return (
    <>
      <span class="tool-text-more">Record through webRequest (asks for access to this site)</span>
      <span class="tool-text-less">webRequest…</span>
    </>
  );
}
