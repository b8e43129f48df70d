/** In bytes: what Rails counts, what is sent, and what the browser takes. */
interface GaugeSizes {
  readonly rails: number;
  readonly wire: number;
  readonly limit: number;
}

/** The gauge reaches beyond the limit, so that what exceeds it can be seen. */
const BEYOND_LIMIT = 1.125;
/** Share of the limit from which a size is called near. */
const NEAR = 0.8;

export type SizeLevel = 'fine' | 'near' | 'over';

export const sizeLevel = ({ wire, limit }: GaugeSizes): SizeLevel => (wire > limit ? 'over' : wire >= limit * NEAR ? 'near' : 'fine');

const share = (bytes: number, limit: number): string => `${Math.min(100, (bytes / (limit * BEYOND_LIMIT)) * 100)}%`;

/** Two marks against the limit: what Rails counts (solid), and what percent-encoding adds to it on the wire (light). */
export function SizeGauge({ sizes }: { readonly sizes: GaugeSizes }) {
  const { rails, wire, limit } = sizes;
  return (
    <span class={`gauge gauge-${sizeLevel(sizes)}`} aria-hidden="true">
      <span class="gauge-wire" style={{ width: share(wire, limit) }} />
      <span class="gauge-rails" style={{ width: share(rails, limit) }} />
      <span class="gauge-limit" style={{ left: share(limit, limit) }} />
    </span>
  );
}
