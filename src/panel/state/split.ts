import { type Signal, signal } from '@preact/signals';

/** Share of the details in per cent, one for each direction, remembered as long as the document lives. */
export interface SplitStore {
  readonly beside: Signal<number>;
  readonly below: Signal<number>;
}

export const SMALLEST_SHARE = 20;
export const LARGEST_SHARE = 80;

export const clampShare = (share: number): number => Math.min(LARGEST_SHARE, Math.max(SMALLEST_SHARE, Math.round(share * 10) / 10));

export const createSplitStore = (): SplitStore => ({ beside: signal(45), below: signal(55) });
