import type { RequestSpan } from '../../../core/findings/history-parameters.ts';
import { parseUrl } from '../../../core/http/parse-url.ts';
import type { EvidenceFact } from '../../../core/logout/logout.ts';
import type { LogoutExchange } from '../../../core/report/logout-view.ts';
import { OverlapChart } from '../../components/overlap-chart.tsx';

interface OverlappedRequestsProps {
  readonly fact: Extract<EvidenceFact, { readonly kind: 'overlapped' }>;
  readonly exchange: LogoutExchange;
  /** Of the verdict. */
  readonly exchanges: readonly LogoutExchange[];
}

/** The request that overwrote the sign-in, and the one that it overwrote. */
export function OverlappedRequests({ fact, exchange, exchanges }: OverlappedRequestsProps) {
  const other = exchanges.find(({ id }) => id === fact.other);
  if (other === undefined) return null;
  return (
    <OverlapChart
      parent={null}
      overwritten={spanOf(other, fact.otherLandedAt)}
      overwriting={spanOf(exchange, fact.landedAt)}
      overlapped={true}
    />
  );
}

const spanOf = ({ id, method, url, at }: LogoutExchange, landedAt: number): RequestSpan => ({
  ...{ exchangeId: id, method, startedAt: at, landedAt },
  path: parseUrl(url)?.pathname ?? url,
});
