import type { HttpExchange } from '../core/http/exchange.ts';
import type { Network } from '../platform/network.ts';
import { doubtOf } from './doubt.ts';
import { mayNameAnException, readErrorPage } from './error-page.ts';
import type { Timers } from './har-schedule.ts';
import { KnownExchanges } from './known-exchanges.ts';
import { readerFor } from './read-entry.ts';
import { reconcileChromium } from './reconcile-chromium.ts';
import { reconcileFirefox } from './reconcile-firefox.ts';

export interface Recorder {
  /** New, or the same id again when more is known about it: to be joined by `mergeExchange`. */
  exchange(exchange: HttpExchange): void;
  navigated(url: string): void;
}

/** How often `getHAR` is asked about an entry. The extra header information may be late for one call, hardly for four. */
const LOOKS = { none: 0, slight: 1, urgent: 4 } as const;

/**
 * Records what `devtools.network` tells, as one stream of exchanges: each event at once, and what the events left out as soon as
 * `getHAR` shows it. Nothing that the browser does or gives ends the recording.
 */
export function recordNetwork(network: Network, recorder: Recorder, timers: Timers): void {
  const read = readerFor(network.dialect);
  const known = new KnownExchanges(read);
  const reconcile = network.dialect === 'firefox' ? reconcileFirefox : reconcileChromium;
  const reconciling = reconcile({ network, timers, known, handOn: (exchange) => recorder.exchange(exchange) });

  const record = (entry: unknown): void => {
    const seen = read(entry);
    const doubt = doubtOf(network.dialect, entry, seen);
    const exchange = known.announce(entry, seen, LOOKS[doubt]);
    reconciling.announced(exchange, doubt);
    recorder.exchange(exchange);
    if (!mayNameAnException(exchange)) return;
    readErrorPage(network, entry, exchange.status).then(
      (errorPage) => errorPage && recorder.exchange({ ...exchange, errorPage }),
      // The body has gone with its page.
      () => {},
    );
  };

  network.onRequestFinished((entry) => {
    try {
      record(entry);
    } catch (error) {
      // Told where extension developers look, without anything of the entry; the next event must not suffer.
      console.error('sessionscope: an entry was not recorded', error instanceof Error ? error.name : typeof error);
    }
  });
  network.onNavigated((url) => {
    recorder.navigated(url);
    reconciling.navigated(url);
  });
}
