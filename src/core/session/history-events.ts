import { contentChange } from './content-change.ts';
import type { SessionHistory } from './history.ts';
import type { HistoryStep } from './history-step.ts';
import { identitiesChange } from './identity.ts';
import type { Version } from './version.ts';

export type HistoryEventKind =
  /** The request carried no session. */
  | 'created'
  | 'changed'
  /** Another value was set, and one of the two is sealed. */
  | 'sealed'
  /** Set again, sealed anew or not, although nothing changed. */
  | 'rewritten-unchanged'
  /** `session_id` is another one. */
  | 'reset'
  | 'signed-in'
  | 'signed-out'
  | 'cleared'
  /** The response deletes what the browser does not have. */
  | 'ignored'
  | 'refused'
  /** Made from a version that another kept version had been made from already. */
  | 'forked'
  /** A request carries an older version than an earlier request did. */
  | 'reverted'
  | 'expired'
  /** Kept, in scope, not expired, and not carried. */
  | 'vanished'
  /** A request carries the name twice. */
  | 'shadowed';

export interface HistoryEvent {
  readonly kind: HistoryEventKind;
  readonly exchangeId: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Id of the version that was set or carried; null where none was. */
  readonly version: string | null;
}

/** What happened to the session, in the order of the traffic; one line may tell several things. */
export function historyEvents(history: SessionHistory): readonly HistoryEvent[] {
  const events: HistoryEvent[] = [];
  let newest: Version | null = null;
  for (const step of history.steps) {
    const carried = history.carried(step);
    const at = step.exchange.startedAt;
    const tell = (kind: HistoryEventKind): number => events.push({ kind, exchangeId: step.exchange.id, at, version: carried?.id ?? null });
    if (step.carried.length > 1) tell('shadowed');
    if (carried !== null && newest !== null && carried !== newest && carried.at < newest.at) tell('reverted');
    if (carried !== null) newest = carried;
    if (step.withheld === 'expired') tell('expired');
    if (step.missing && carried === null) tell('vanished');
    for (const [index, version] of history.set(step).entries()) {
      for (const kind of lineEvents(history, step, version, index))
        events.push({ kind, exchangeId: step.exchange.id, at: step.landedAt, version: version.id });
    }
  }
  return events.sort((a, b) => a.at - b.at);
}

function lineEvents(history: SessionHistory, step: HistoryStep, version: Version, index: number): readonly HistoryEventKind[] {
  const stored = step.lines[index]?.storage?.stored ?? null;
  if (stored?.outcome === 'refused' || stored?.outcome === 'ignored') return [stored.outcome];
  const before = history.carried(step);
  if (version.deleted) return before?.identities?.length ? ['cleared', 'signed-out'] : ['cleared'];
  if (before === null) return version.identities?.length ? ['created', 'signed-in'] : ['created'];
  return [...(isFork(history, version, step) ? (['forked'] as const) : []), ...changes(before, version)];
}

function changes(before: Version, version: Version): readonly HistoryEventKind[] {
  if (before === version) return ['rewritten-unchanged'];
  const isReset = before.sessionId !== null && version.sessionId !== null && before.sessionId !== version.sessionId;
  const was = before.reading?.data ?? null;
  const is = version.reading?.data ?? null;
  if (was === null || is === null) return isReset ? ['reset'] : ['sealed'];
  if (contentChange(was, is).same) return ['rewritten-unchanged'];
  const identity = identitiesChange(before.identities ?? [], version.identities ?? []);
  const signed = identity === null ? [] : identity === 'signed-out' ? (['signed-out'] as const) : (['signed-in'] as const);
  const told: readonly HistoryEventKind[] = [...(isReset ? (['reset'] as const) : []), ...signed];
  return told.length === 0 ? ['changed'] : told;
}

/** Another version that was made of the same one had landed before, and the browser kept it. */
function isFork(history: SessionHistory, version: Version, step: HistoryStep): boolean {
  return history.versions.some(
    (other) =>
      other !== version &&
      other.parent !== null &&
      other.parent === version.parent &&
      other.setBy.some(({ landedAt, stored }) => landedAt < step.landedAt && stored?.outcome !== 'refused'),
  );
}
