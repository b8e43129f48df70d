import { Icon } from '../../components/icon.tsx';
import { usePanel } from '../../context.ts';

/** Leads to the request in the browser's own tool, where the browser lets a panel do so. */
export function RevealButton({ method, url }: { readonly method: string; readonly url: string }) {
  const { revealInNetwork } = usePanel().host;
  if (revealInNetwork === null) return null;
  const said = 'Reveal in the Network panel: filters it by this method and address. It has earlier pages only with its own “Keep log”.';
  return (
    <button
      type="button"
      class="tool details-reveal"
      title={said}
      aria-label="Reveal in the Network panel"
      data-testid="reveal"
      onClick={() => revealInNetwork(method, url)}
    >
      <Icon name="network" />
    </button>
  );
}
