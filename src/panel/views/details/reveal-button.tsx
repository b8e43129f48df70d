import { Icon } from '../../components/icon.tsx';
import { usePanel } from '../../context.ts';
import { message } from '../../text/message.ts';

/** Leads to the request in the browser's own tool, where the browser lets a panel do so. */
export function RevealButton({ method, url }: { readonly method: string; readonly url: string }) {
  const { revealInNetwork } = usePanel().host;
  if (revealInNetwork === null) return null;
  return (
    <button
      type="button"
      class="tool details-reveal"
      title={message('detailsRevealTitle')}
      aria-label={message('detailsReveal')}
      data-testid="reveal"
      onClick={() => revealInNetwork(method, url)}
    >
      <Icon name="network" />
    </button>
  );
}
