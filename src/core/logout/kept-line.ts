import type { SessionHistory } from '../session/history.ts';
import type { HistoryStep, SetLine } from '../session/history-step.ts';
import type { Version } from '../session/version.ts';

interface SetVersion {
  readonly line: SetLine;
  readonly version: Version;
}

function setVersions(history: SessionHistory, step: HistoryStep): readonly SetVersion[] {
  const versions = history.set(step);
  return step.lines.flatMap((line, index) => {
    const version = versions[index];
    return version === undefined ? [] : [{ line, version }];
  });
}

/** What is left of a response in the browser: the last line that sets, else the last that deletes. Null when it kept none. */
export function keptBy(history: SessionHistory, step: HistoryStep): SetVersion | null {
  const kept = setVersions(history, step).filter(({ line }) => line.storage?.stored.outcome !== 'refused');
  return (
    kept.findLast(({ version }) => !version.deleted) ?? kept.findLast(({ line }) => line.storage?.stored.outcome !== 'ignored') ?? null
  );
}

/** The last line that the browser refused to keep. */
export function refusedBy(history: SessionHistory, step: HistoryStep): SetVersion | null {
  return setVersions(history, step).findLast(({ line }) => line.storage?.stored.outcome === 'refused') ?? null;
}
