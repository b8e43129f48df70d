import { headerValues } from '../../http/exchange.ts';
import type { HistoryStep } from '../../session/history-step.ts';
import type { Cause } from '../loss.ts';
import { verdict } from '../verdict.ts';
import { staleClear } from './cleared-by-stale-client.ts';

/** The server deleted the cookie (Max-Age=0, Expires in the past, empty value, Clear-Site-Data) on a request that is no sign-out. */
export const clearedByServer: Cause = {
  cause: 'cleared-by-server',
  explain(loss, { traffic }) {
    if (loss.kind === 'signed-out') return null;
    if (loss.kind === 'deleted')
      return staleClear(loss) === null ? verdict(loss, 'certain', [], ['cleared-by-stale-client', 'removed-by-script']) : null;
    const { culprit, step } = loss;
    if (culprit?.lines.some(({ deleted }) => deleted))
      return verdict(loss, 'likely', [[culprit, { kind: 'deleted' }]], ['removed-by-script', 'cleared-in-browser']);
    if (step.carried.length > 0 || step.missing || step.withheld !== null) return null;
    const since = loss.before?.at ?? Number.NEGATIVE_INFINITY;
    const clearing = traffic.steps.findLast(
      (each) => each.exchange.startedAt < step.exchange.startedAt && each.landedAt >= since && clearsCookies(each),
    );
    return clearing === undefined
      ? null
      : verdict(loss, 'certain', [[clearing, { kind: 'deleted' }]], ['removed-by-script', 'cleared-in-browser']);
  },
};

function clearsCookies({ exchange }: HistoryStep): boolean {
  return headerValues(exchange.responseHeaders, 'clear-site-data').some((value) => /"(?:cookies|\*)"/.test(value));
}
