import type { RefusalReason } from '../../cookies/storage.ts';
import type { SetLine } from '../../session/history-step.ts';
import type { Confidence } from '../logout.ts';
import type { Loss } from '../loss.ts';

/** The line that the browser refused, where that is what lost the sign-in. */
export function refusedLine(loss: Loss): { readonly line: SetLine; readonly reason: RefusalReason } | null {
  if (loss.kind !== 'refused') return null;
  for (const line of loss.step.lines.toReversed()) {
    const stored = line.storage?.stored;
    if (stored?.outcome === 'refused') return { line, reason: stored.reason };
  }
  return null;
}

/** A later request without the cookie confirms it. */
export function confidenceOf({ storage }: SetLine): Confidence {
  return storage?.evidence?.carried === false ? 'certain' : 'likely';
}
