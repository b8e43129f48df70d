import type { VersionView } from '../../core/report/history-view.ts';
import type { HistoryEventKind } from '../../core/session/history-events.ts';

/** What a version did that stands for it in the graph; `unseen` for one that no recorded response set. */
export type MarkName = HistoryEventKind | 'unseen';

interface EventText {
  readonly word: string;
  /** A sentence. */
  readonly text: string;
}

/** Total: an event without its words does not build. In the order of the legend. */
export const EVENT_TEXTS: Record<MarkName, EventText> = {
  created: { word: 'new', text: 'New: the request carried no session.' },
  'signed-in': { word: 'signed in', text: 'Somebody signed in.' },
  'signed-out': { word: 'signed out', text: 'Whoever was signed in is no longer.' },
  reset: { word: 'reset', text: 'Reset: session_id is another one.' },
  changed: { word: 'changed', text: 'The content changed.' },
  sealed: { word: 'sealed', text: 'Another value was set; what changed is sealed.' },
  'rewritten-unchanged': { word: 'unchanged', text: 'Set again, although nothing in it changed.' },
  forked: {
    word: 'forked',
    text: 'Forked: another response had already made a version of the same parent, and one of the two overwrote the other.',
  },
  reverted: { word: 'reverted', text: 'Carried again after a newer version had been: a stale tab, a restored page or a replay.' },
  refused: { word: 'refused', text: 'The browser refused it and kept what it had.' },
  cleared: { word: 'cleared', text: 'The response deleted the cookie.' },
  ignored: {
    word: 'ignored',
    text: 'The response deleted a cookie that the browser does not have, such as one of another path: nothing changed.',
  },
  expired: { word: 'expired', text: 'It expired, and later requests went without it.' },
  vanished: { word: 'vanished', text: 'A request went without it although the browser should have sent it.' },
  shadowed: { word: 'shadowed', text: 'A request carried the name twice; the server reads only the first.' },
  unseen: { word: 'not seen', text: 'No recorded response set it: the recording began later, or another tab or a script did.' },
};

/** The mark of a version in the graph: what matters most of its events. */
const BY_WEIGHT: readonly HistoryEventKind[] = [
  'refused',
  'cleared',
  'ignored',
  'signed-out',
  'signed-in',
  'reset',
  'created',
  'sealed',
  'changed',
];

export function markOf({ events, root }: VersionView): MarkName {
  const mark = BY_WEIGHT.find((kind) => events.some((event) => event.kind === kind));
  return mark ?? (root ? 'unseen' : 'rewritten-unchanged');
}

/** What the log says of a version, the weightiest first. A fork, a sign-in and the like go without `changed` beside them. */
export function eventsToTell(version: VersionView): readonly { readonly mark: MarkName; readonly count: number }[] {
  const told = version.events.map(({ kind, count }) => ({ mark: kind as MarkName, count }));
  const all = version.root ? [{ mark: 'unseen' as const, count: 1 }, ...told] : told;
  const first = markOf(version);
  const isOwn = (mark: MarkName): boolean => mark !== 'rewritten-unchanged' || all.length === 1;
  return [...all.filter(({ mark }) => mark === first), ...all.filter(({ mark }) => mark !== first && isOwn(mark))];
}
