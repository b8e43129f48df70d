import type { SessionChange } from '../../core/session/change.ts';
import { type MessageKey, message } from './message.ts';

/** `+2 −1 ~1`: top-level keys added, removed, and kept with another value. Empty for other events. */
export function changeCounts(change: SessionChange): readonly { readonly sign: '+' | '−' | '~'; readonly count: number }[] {
  if (!('added' in change)) return [];
  const counts = [
    { sign: '+', count: change.added.length },
    { sign: '−', count: change.removed.length },
    { sign: '~', count: change.changed.length },
  ] as const;
  return counts.filter(({ count }) => count > 0);
}

const listed = (text: MessageKey, keys: readonly string[]): string[] => (keys.length === 0 ? [] : [message(text, keys.join(', '))]);

function listedKeys({ added, removed, changed }: Extract<SessionChange, { readonly added: readonly string[] }>): string {
  return [...listed('changeAdded', added), ...listed('changeRemoved', removed), ...listed('changeChanged', changed)].join('; ');
}

/** Total: an event without its word does not build. */
const WORDS: Readonly<Record<SessionChange['event'], MessageKey>> = {
  'signed-in': 'changeSignedInMark',
  'signed-out': 'changeSignedOutMark',
  new: 'changeWordNew',
  changed: 'changeWordChanged',
  reset: 'changeWordReset',
  same: 'changeWordSame',
  cleared: 'changeWordCleared',
  refused: 'changeWordRefused',
  sealed: 'changeWordSealed',
};

/** The event in a word, as the table shows it; a sign-in or sign-out with its mark. */
export const changeWord = ({ event }: SessionChange): string => message(WORDS[event]);

/** What the response did to the session, as a sentence for tooltips and screen readers. */
export function changeText(change: SessionChange): string {
  switch (change.event) {
    case 'new':
      return message('changeNew');
    case 'changed':
      return message('changeKeys', listedKeys(change));
    case 'reset':
      return message('changeReset', listedKeys(change));
    case 'signed-in': {
      const keys = listedKeys(change);
      return keys === '' ? message('changeSignedIn') : message('changeSignedInKeys', keys);
    }
    case 'signed-out': {
      const keys = listedKeys(change);
      return keys === '' ? message('changeSignedOut') : message('changeSignedOutKeys', keys);
    }
    case 'same':
      return message('changeSame');
    case 'cleared':
      return message('changeCleared');
    case 'refused':
      return message('changeRefused');
    case 'sealed':
      return message('changeSealed');
  }
}
