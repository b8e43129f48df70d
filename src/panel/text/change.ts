import type { SessionChange } from '../../core/session/change.ts';

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

const listed = (verb: string, keys: readonly string[]): string[] => (keys.length === 0 ? [] : [`${verb} ${keys.join(', ')}`]);

function listedKeys({ added, removed, changed }: Extract<SessionChange, { readonly added: readonly string[] }>): string {
  return [...listed('added', added), ...listed('removed', removed), ...listed('changed', changed)].join('; ');
}

/** The event in a word, as the table shows it; a sign-in or sign-out with its mark. */
export function changeWord(change: SessionChange): string {
  switch (change.event) {
    case 'signed-in':
      return '▲ signed in';
    case 'signed-out':
      return '▼ signed out';
    case 'new':
    case 'changed':
    case 'reset':
    case 'same':
    case 'cleared':
    case 'refused':
    case 'sealed':
      return change.event;
  }
}

/** What the response did to the session, as a sentence for tooltips and screen readers. */
export function changeText(change: SessionChange): string {
  switch (change.event) {
    case 'new':
      return 'New: the request carried no session';
    case 'changed':
      return `Changed: ${listedKeys(change)}`;
    case 'reset':
      return `Reset, session_id is another one: ${listedKeys(change)}`;
    case 'signed-in':
    case 'signed-out': {
      const keys = listedKeys(change);
      const word = change.event === 'signed-in' ? 'Signed in' : 'Signed out';
      return keys === '' ? word : `${word}: ${keys}`;
    }
    case 'same':
      return 'Same content as the request carried';
    case 'cleared':
      return 'Cleared: the response deletes the cookie';
    case 'refused':
      return 'Refused: too large, so the browser keeps the old session';
    case 'sealed':
      return 'Another value was set; what changed is sealed';
  }
}
