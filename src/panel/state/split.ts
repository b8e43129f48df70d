import { type Signal, signal } from '@preact/signals';

/** Share of the details in per cent, one for each direction. */
export interface SplitStore {
  readonly beside: Signal<number>;
  readonly below: Signal<number>;
}

export const SMALLEST_SHARE = 20;
export const LARGEST_SHARE = 80;

export const clampShare = (share: number): number => Math.min(LARGEST_SHARE, Math.max(SMALLEST_SHARE, Math.round(share * 10) / 10));

/** From what was kept of it, as far as that can be used. */
export function createSplitStore(kept: unknown): SplitStore {
  const { beside, below } = (typeof kept === 'object' && kept !== null ? kept : {}) as Record<string, unknown>;
  const share = (value: unknown, usual: number): number => (Number.isFinite(value) ? clampShare(value as number) : usual);
  return { beside: signal(share(beside, 45)), below: signal(share(below, 55)) };
}
