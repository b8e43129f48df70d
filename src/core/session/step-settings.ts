import type { SessionHistory } from './history.ts';
import type { HistoryStep, SetLine } from './history-step.ts';
import type { Version } from './version.ts';

/** A response that set a version, with what its request had carried. */
export interface StepSetting {
  readonly step: HistoryStep;
  readonly line: SetLine;
  readonly version: Version;
  /** Null where the request carried none. */
  readonly carried: Version | null;
}

/** Every line that set the cookie, in the order of the requests. */
export function settingsOf(history: SessionHistory): readonly StepSetting[] {
  return history.steps.flatMap((step) => settingsOfStep(history, step));
}

export function settingsOfStep(history: SessionHistory, step: HistoryStep): readonly StepSetting[] {
  if (step.lines.length === 0) return [];
  const carried = history.carried(step);
  return history.set(step).flatMap((version, index): readonly StepSetting[] => {
    const line = step.lines[index];
    return line === undefined ? [] : [{ step, line, version, carried }];
  });
}

/** The browser has it, as far as the replay of its storage tells. */
export function isKept({ line }: StepSetting): boolean {
  const outcome = line.storage?.stored.outcome;
  return outcome === 'created' || outcome === 'replaced';
}
