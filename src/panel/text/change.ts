import type { SessionChange } from '../../core/session/change.ts';

/** `+2 −1 ~1`: top-level keys added, removed, and kept with another value. Empty for other events. */
export function changeCounts(change: SessionChange): readonly { readonly sign: '+' | '−' | '~'; readonly count: number }[] {
  if (change.event !== 'changed') return [];
  const counts = [
    { sign: '+', count: change.added.length },
    { sign: '−', count: change.removed.length },
    { sign: '~', count: change.changed.length },
  ] as const;
  return counts.filter(({ count }) => count > 0);
}

const listed = (verb: string, keys: readonly string[]): string[] => (keys.length === 0 ? [] : [`${verb} ${keys.join(', ')}`]);

/** What the response did to the session, as a sentence for tooltips and screen readers. */
export function changeText(change: SessionChange): string {
  switch (change.event) {
    case 'new':
      return 'New: the request carried no session';
    case 'changed':
      return `Changed: ${[...listed('added', change.added), ...listed('removed', change.removed), ...listed('changed', change.changed)].join('; ')}`;
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
