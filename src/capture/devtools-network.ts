import type { HttpExchange } from '../core/http/exchange.ts';
import type { Network } from '../platform/network.ts';
import { doubtOf } from './doubt.ts';
import { mayNameAnException, readErrorPage } from './error-page.ts';
import { entriesOf } from './har-log.ts';
import { HarSchedule, type Timers, type Wish } from './har-schedule.ts';
import { KnownExchanges } from './known-exchanges.ts';
import { readerFor } from './read-entry.ts';

export interface Recorder {
  /** New, or the same id again when more is known about it: to be joined by `mergeExchange`. */
  exchange(exchange: HttpExchange): void;
  navigated(url: string): void;
}

/** How soon, and how many times the cost of the last call apart, `getHAR` is asked. */
const AT_ONCE: Wish = { delay: 0, rest: 4 };
const SOON: Wish = { delay: 100, rest: 10 };
const AGAIN: Wish = { delay: 100, rest: 4 };
const AFTER_NAVIGATION: Wish = { delay: 400, rest: 4 };
/** The extra header information may be late for one call, hardly for four. */
const URGENT_LOOKS = 4;
const SLIGHT_LOOKS = 1;

/** After an event of Firefox, while something is known to be hidden. */
const AFTER_EVENT: Wish = { delay: 300, rest: 50 };
/** In Firefox nothing tells that something was hidden: looked at after this long, then twice as long each time nothing was. */
const SHORTEST_WATCH = 2_000;
const LONGEST_WATCH = 10_000;
/** While there are no events. */
const LONGEST_IDLE_WATCH = 60_000;

/**
 * Records what `devtools.network` tells, as one stream of exchanges: each event at once, and what the events left out as soon as
 * `getHAR` shows it. Nothing that the browser does or gives ends the recording.
 */
export function recordNetwork(network: Network, recorder: Recorder, timers: Timers): void {
  const readEntry = readerFor(network.dialect);
  const known = new KnownExchanges(readEntry);
  let watch = SHORTEST_WATCH;
  let active = false;
  const isFirefox = network.dialect === 'firefox';

  const schedule = new HarSchedule(timers, async () => {
    const entries = entriesOf(await network.getHar());
    if (entries) {
      const { exchanges, unannounced } = known.reconcile(entries);
      for (const exchange of exchanges) recorder.exchange(exchange);
      watch = unannounced > 0 ? SHORTEST_WATCH : Math.min(active ? LONGEST_WATCH : LONGEST_IDLE_WATCH, watch * 2);
      active = false;
    }
    if (known.inDoubt) schedule.want(AGAIN);
    if (isFirefox) schedule.want({ delay: watch, rest: AFTER_EVENT.rest });
    return entries?.length ?? 0;
  });

  const onRequestFinished = (entry: unknown): void => {
    const read = readEntry(entry);
    const doubt = doubtOf(network.dialect, entry, read);
    const exchange = known.announce(entry, read, doubt === 'none' ? 0 : doubt === 'urgent' ? URGENT_LOOKS : SLIGHT_LOOKS);
    recorder.exchange(exchange);
    active = true;
    if (isFirefox && watch === SHORTEST_WATCH) schedule.want(AFTER_EVENT);
    if (doubt !== 'none') schedule.want(doubt === 'urgent' ? AT_ONCE : SOON);
    if (mayNameAnException(exchange)) {
      readErrorPage(network, entry, exchange.status).then(
        (errorPage) => errorPage && recorder.exchange({ ...exchange, errorPage }),
        // The body has gone with its page.
        () => {},
      );
    }
  };

  network.onRequestFinished((entry) => {
    try {
      onRequestFinished(entry);
    } catch (error) {
      // Told where extension developers look, without anything of the entry; the next event must not suffer.
      console.error('sessionscope: an entry was not recorded', error instanceof Error ? error.name : typeof error);
    }
  });
  network.onNavigated((url) => {
    recorder.navigated(url);
    watch = SHORTEST_WATCH;
    schedule.want(isFirefox ? AFTER_NAVIGATION : AT_ONCE);
  });
  // What was loaded while DevTools opened, before there was a listener.
  schedule.want(isFirefox ? AFTER_NAVIGATION : AT_ONCE);
}
