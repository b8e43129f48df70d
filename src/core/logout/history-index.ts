import type { SessionHistory } from '../session/history.ts';
import type { HistoryStep } from '../session/history-step.ts';
import type { Version } from '../session/version.ts';

interface Index {
  readonly steps: ReadonlyMap<string, HistoryStep>;
  /** By version id, when it was carried last, in milliseconds since the epoch. */
  readonly lastCarried: ReadonlyMap<string, number>;
}

/** Histories do not change once they are built. */
const indices = new WeakMap<SessionHistory, Index>();

function indexOf(history: SessionHistory): Index {
  const known = indices.get(history);
  if (known !== undefined) return known;
  const steps = new Map(history.steps.map((step) => [step.exchange.id, step]));
  const lastOf = ({ carriedBy }: Version): number => steps.get(carriedBy.at(-1) ?? '')?.exchange.startedAt ?? Number.NEGATIVE_INFINITY;
  const index = { steps, lastCarried: new Map(history.versions.map((version) => [version.id, lastOf(version)])) };
  indices.set(history, index);
  return index;
}

export function stepById(history: SessionHistory, exchangeId: string): HistoryStep | null {
  return indexOf(history).steps.get(exchangeId) ?? null;
}

/** The response that set the version first; null for a root. */
export function setterOf(history: SessionHistory, version: Version | null): HistoryStep | null {
  const [first] = version?.setBy ?? [];
  return first === undefined ? null : stepById(history, first.exchangeId);
}

/** The response that set the version last before a time; null when none did. */
export function lastSetterOf(history: SessionHistory, version: Version | null, before: number): HistoryStep | null {
  const last = version?.setBy.findLast(({ landedAt }) => landedAt <= before);
  return last === undefined ? null : stepById(history, last.exchangeId);
}

/** Whether a request after this one still carries the version, so that the browser had it all the time. */
export function isCarriedAfter(history: SessionHistory, version: Version, { exchange }: HistoryStep): boolean {
  return (indexOf(history).lastCarried.get(version.id) ?? Number.NEGATIVE_INFINITY) > exchange.startedAt;
}
