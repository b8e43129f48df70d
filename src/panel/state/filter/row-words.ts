import type { FindingKind, Severity } from '../../../core/findings/finding.ts';
import { FINDING_TITLES } from '../../../core/findings/finding-title.ts';
import type { ResponseRow } from '../../../core/report/response-row.ts';

/** What `event:` takes: the words of the Session column, a space written as a hyphen. */
const EVENTS = ['new', 'changed', 'same', 'reset', 'signed-in', 'signed-out', 'logged-out', 'cleared', 'refused', 'sealed'] as const;

/** What `is:` takes. */
const STATES = ['session', 'opened', 'readable', 'sealed', 'failed', 'identifier', 'refused', 'deleted', 'third-party'] as const;
const NOTES = ['not-recorded', 'not-carried', 'malformed-entry'] as const;

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** The tokens that take one of a list of words. */
export type WordToken = 'finding' | 'event' | 'is';

// Every key of a total record is one of its names.
const FINDING_KINDS = Object.keys(FINDING_TITLES) as FindingKind[];

export type WordLists = Readonly<Record<WordToken, readonly string[]>>;

export const WORDS: WordLists = {
  finding: [...SEVERITIES, ...FINDING_KINDS],
  event: EVENTS,
  is: [...STATES, ...NOTES],
};

/** Whether the word is true of the row. `lost` are the rows that show a logout. Makes nothing, as it is asked of every row. */
export function isTrueOf(row: ResponseRow, token: WordToken, word: string, lost: ReadonlySet<string>): boolean {
  switch (token) {
    case 'finding':
      return row.findingKinds.some(({ kind, severity }) => kind === word || severity === word);
    case 'event':
      if (word === 'logged-out') return lost.has(row.id);
      // What the browser refused changed nothing, whatever the line says.
      return word === 'refused' ? isRefused(row) : row.change?.event === word && !isRefused(row);
    case 'is':
      return isState(row, word);
  }
}

function isState(row: ResponseRow, word: string): boolean {
  switch (word) {
    case 'session':
      return row.session;
    case 'refused':
      return isRefused(row);
    case 'deleted':
      return row.deleted;
    case 'third-party':
      return row.thirdParty;
    default:
      return row.reading === word || row.notes.some(({ kind }) => kind === word);
  }
}

const isRefused = ({ storage, change }: ResponseRow): boolean => storage?.stored.outcome === 'refused' || change?.event === 'refused';
