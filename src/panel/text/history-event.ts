import type { VersionView } from '../../core/report/history-view.ts';
import type { HistoryEventKind } from '../../core/session/history-events.ts';
import { type MessageKey, message } from './message.ts';

/** What a version did that stands for it in the graph; `unseen` for one that no recorded response set. */
export type MarkName = HistoryEventKind | 'unseen';

/** Total: an event without its word, or without the sentence `…Text`, does not build. */
const EVENTS = {
  created: 'eventCreated',
  'signed-in': 'eventSignedIn',
  'signed-out': 'eventSignedOut',
  reset: 'eventReset',
  changed: 'eventChanged',
  sealed: 'eventSealed',
  'rewritten-unchanged': 'eventUnchanged',
  forked: 'eventForked',
  reverted: 'eventReverted',
  refused: 'eventRefused',
  cleared: 'eventCleared',
  ignored: 'eventIgnored',
  expired: 'eventExpired',
  vanished: 'eventVanished',
  shadowed: 'eventShadowed',
  unseen: 'eventUnseen',
} as const satisfies Record<MarkName, MessageKey>;

/** In the order of the legend. Every key of a total record is one of its names. */
export const MARKS = Object.keys(EVENTS) as readonly MarkName[];

export const eventWord = (mark: MarkName): string => message(EVENTS[mark]);

export const eventText = (mark: MarkName): string => message(`${EVENTS[mark]}Text`);

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
