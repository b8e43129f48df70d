import type { Analysis } from '../core/analysis.ts';
import { storeDomains, viewStores } from '../core/report/store-comparison.ts';
import { localDate } from './local-clock.ts';
import { inPanelLanguage } from './panel-language.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

/** Answers `compare-store`. What was read of the browser's store is not kept. */
export function compareStore(
  send: (message: FromWorker) => void,
  analysis: Analysis,
  { request, host, kept, now }: Extract<ToWorker, { type: 'compare-store' }>,
): void {
  const predicted = analysis.keptCookies(host);
  const comparison = kept && inPanelLanguage(() => viewStores(host, predicted, kept, { now, date: localDate }));
  send({ type: 'store-compared', request, domains: storeDomains(host, predicted), comparison });
}
