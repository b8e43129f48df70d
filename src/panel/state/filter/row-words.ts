import type { FindingKind, Severity } from '../../../core/findings/finding.ts';
import { findingInfo } from '../../../core/findings/finding-info.ts';
import type { ResponseRow } from '../../../core/report/response-row.ts';

/** What `event:` takes: the words of the Session column, a space written as a hyphen. */
const EVENTS = ['new', 'changed', 'same', 'signed-in', 'signed-out', 'logged-out', 'cleared', 'refused', 'sealed'] as const;

/** What `is:` takes.. */
const STATES = ['session', 'opened', 'readable', 'sealed', 'failed', 'identifier', 'refused', 'deleted', 'third-party'] as const;
const NOTES = ['not-recorded', 'not-carried', 'malformed-entry'] as const;

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** The tokens that take one of a list of words. */
export type WordToken = 'finding' | 'event' | 'is';

// Every key of a total record is one of its names.
const FINDING_KINDS = Object.keys(findingInfo) as FindingKind[];

export const WORDS: Record<WordToken, readonly string[]> = {
  finding: [...SEVERITIES, ...FINDING_KINDS],
  event: EVENTS,
  is: [...STATES, ...NOTES],
};

/** The words that are true of a row. `lost` are the rows that show a logout. */
export function wordsOf(token: WordToken, row: ResponseRow, lost: ReadonlySet<string>): readonly string[] {
  switch (token) {
    case 'finding':
      return row.findingKinds.flatMap(({ kind, severity }) => [severity, kind]);
    case 'event':
      return eventsOf(row, lost);
    case 'is':
      return statesOf(row);
  }
}

function eventsOf(row: ResponseRow, lost: ReadonlySet<string>): readonly string[] {
  const words: (typeof EVENTS)[number][] = [];
  // What the browser refused changed nothing, whatever the line says.
  if (isRefused(row)) words.push('refused');
  else if (row.change !== null) words.push(row.change.event);
  if (lost.has(row.id)) words.push('logged-out');
  return words;
}

function statesOf(row: ResponseRow): readonly string[] {
  const words: string[] = row.notes.map(({ kind }) => kind);
  if (row.session) words.push('session');
  if (row.reading !== null) words.push(row.reading);
  if (isRefused(row)) words.push('refused');
  if (row.deleted) words.push('deleted');
  if (row.thirdParty) words.push('third-party');
  return words;
}

const isRefused = ({ storage, change }: ResponseRow): boolean => storage?.stored.outcome === 'refused' || change?.event === 'refused';
