import type { SetLine } from '../session/history-step.ts';
import { lastSetterOf } from './history-index.ts';
import type { Loss } from './loss.ts';

/** The line that set what should have been carried and was not, and no response removed; null when it is otherwise. */
export function vanishedLine({ kind, step, history, before }: Loss): SetLine | null {
  if (history === null || before?.version == null || step.carried.length > 0 || step.withheld !== null) return null;
  if (!step.missing || (kind !== 'not-sent' && kind !== 'overwritten')) return null;
  const setter = lastSetterOf(history, before.version, step.exchange.startedAt);
  return setter?.lines.findLast(({ key, deleted }) => key === before.version?.key && !deleted) ?? null;
}
