import type { VersionView } from '../../../core/report/history-view.ts';
import type { ResponseRow } from '../../../core/report/response-row.ts';
import type { HistoryEventKind } from '../../../core/session/history-events.ts';
import { isTrueOf, WORDS, type WordLists, type WordToken } from './row-words.ts';

/** Total, so that a new event has its word: those of the log, a space written as a hyphen. */
const EVENT_WORDS: Readonly<Record<HistoryEventKind, string>> = {
  created: 'new',
  changed: 'changed',
  'rewritten-unchanged': 'unchanged',
  sealed: 'sealed',
  reset: 'reset',
  'signed-in': 'signed-in',
  'signed-out': 'signed-out',
  cleared: 'cleared',
  ignored: 'ignored',
  refused: 'refused',
  forked: 'forked',
  reverted: 'reverted',
  expired: 'expired',
  vanished: 'vanished',
  shadowed: 'shadowed',
};
/** A version that no recorded response set. */
const UNSEEN = 'not-seen';
/** Of the row that shows it. */
const LOST = 'logged-out';

/** What the tokens take in the History view. */
export const VERSION_WORDS: WordLists = { ...WORDS, event: [...Object.values(EVENT_WORDS), UNSEEN, LOST] };

/** A version with the rows of the table that set it. */
export interface SetVersion {
  readonly version: VersionView;
  readonly rows: readonly ResponseRow[];
}

/** Whether the word is true of the version, or of a response that set it. `lost` are the rows that show a logout. */
export function isTrueOfVersion({ version, rows }: SetVersion, token: WordToken, word: string, lost: ReadonlySet<string>): boolean {
  switch (token) {
    case 'event':
      if (word === UNSEEN) return version.root;
      if (word === LOST) return rows.some((row) => isTrueOf(row, token, word, lost));
      return version.events.some(({ kind }) => EVENT_WORDS[kind] === word);
    case 'is':
      return isState(version, word) || rows.some((row) => isTrueOf(row, token, word, lost));
    case 'finding':
      return rows.some((row) => isTrueOf(row, token, word, lost));
  }
}

function isState(version: VersionView, word: string): boolean {
  switch (word) {
    case 'session':
      return true;
    case 'refused':
      return version.refused !== null;
    case 'deleted':
      return version.deleted;
    default:
      return version.state === word;
  }
}
