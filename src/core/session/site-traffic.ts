import type { HistoryStep } from './history-step.ts';

/** Every exchange with one site in the order of the traffic, whether it has a session cookie or not. Its steps carry and set nothing. */
export interface SiteTraffic {
  /** As `SessionHistory.site`. */
  readonly site: string;
  readonly steps: readonly HistoryStep[];
}
