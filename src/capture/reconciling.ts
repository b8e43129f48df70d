import type { HttpExchange } from '../core/http/exchange.ts';
import type { Network } from '../platform/network.ts';
import type { Doubt } from './doubt.ts';
import { entriesOf } from './har-log.ts';
import type { Timers } from './har-schedule.ts';
import type { KnownExchanges, Reconciled } from './known-exchanges.ts';

/** When `getHAR` is asked, which is each browser's own: what their events leave out differs, and so does what asking costs. */
export interface Reconciling {
  /** An event has come. */
  announced(exchange: HttpExchange, doubt: Doubt): void;
  navigated(url: string): void;
}

/** What both ways of reconciling work with. */
export interface Reconcilable {
  readonly network: Network;
  readonly timers: Timers;
  readonly known: KnownExchanges;
  /** Gets what is new or better. */
  readonly handOn: (exchange: HttpExchange) => void;
}

/** Asks once and hands on what is new; null when there was no answer to be used. */
export async function look({ network, known, handOn }: Reconcilable): Promise<(Reconciled & { readonly entries: number }) | null> {
  const entries = entriesOf(await network.getHar());
  if (!entries) return null;
  const reconciled = known.reconcile(entries);
  for (const exchange of reconciled.exchanges) handOn(exchange);
  return { ...reconciled, entries: entries.length };
}
