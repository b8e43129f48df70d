import type { SessionHistory } from '../../session/history.ts';
import type { HistoryStep } from '../../session/history-step.ts';
import type { Cause } from '../loss.ts';
import { headerOf, originOf } from '../request-kind.ts';
import { verdict } from '../verdict.ts';
import { confidenceOf, refusedLine } from './refused.ts';

/**
 * Set inside a cross-site frame without SameSite=None; Secure; Partitioned, and never sent again. A form inside the frame says
 * `Sec-Fetch-Site: same-origin`; `Sec-Fetch-Dest: iframe` and `Sec-Fetch-Storage-Access: none` give it away.
 */
export const thirdPartyContext: Cause = {
  cause: 'third-party-context',
  explain(loss) {
    const refused = refusedLine(loss);
    if (refused?.reason === 'third-party-blocked' || refused?.reason === 'samesite-cross-site')
      return verdict(loss, confidenceOf(refused.line), [[loss.step, { kind: 'in-frame' }]], ['refused-by-browser']);
    const signIn = loss.before?.step ?? loss.culprit ?? loss.step;
    const isLost = loss.kind === 'not-sent' || loss.kind === 'refused' || loss.kind === 'never-set' || loss.step.carried.length === 0;
    if (!isLost || loss.history === null || !isInFrame(signIn) || !isInFrame(loss.step)) return null;
    if (isWithoutStorage(signIn) || isWithoutStorage(loss.step))
      return verdict(loss, 'certain', [[signIn, { kind: 'in-frame' }]], ['cleared-in-browser', 'removed-by-script']);
    return wasFramedElsewhere(loss.history, signIn)
      ? verdict(loss, 'likely', [[signIn, { kind: 'in-frame' }]], ['cleared-in-browser'])
      : null;
  },
};

const isInFrame = ({ exchange }: HistoryStep): boolean =>
  ['iframe', 'frame', 'fencedframe'].includes(headerOf(exchange, 'sec-fetch-dest') ?? '') || isWithoutStorage({ exchange });

const isWithoutStorage = ({ exchange }: Pick<HistoryStep, 'exchange'>): boolean =>
  ['none', 'inactive'].includes(headerOf(exchange, 'sec-fetch-storage-access') ?? '');

/** The frame was loaded by a page of another site. */
function wasFramedElsewhere({ steps }: SessionHistory, signIn: HistoryStep): boolean {
  return steps.some(
    (step) =>
      originOf(step.exchange) === originOf(signIn.exchange) &&
      headerOf(step.exchange, 'sec-fetch-dest') === 'iframe' &&
      headerOf(step.exchange, 'sec-fetch-site') === 'cross-site',
  );
}
