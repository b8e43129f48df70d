import { eventsAround, type Overview, type OverviewEvent } from '../state/overview.ts';
import type { TimeSpan } from '../state/time-span.ts';
import { type MessageKey, message } from './message.ts';
import { formatBytes, formatCount, formatTime } from './numbers.ts';

const EVENTS: Record<OverviewEvent, MessageKey> = {
  'logged-out': 'overviewLoggedOut',
  refused: 'overviewRefused',
  'signed-in': 'overviewSignedIn',
  'signed-out': 'overviewSignedOut',
  cleared: 'overviewCleared',
};

export function spanText(span: TimeSpan | null): string {
  return span === null ? message('overviewAll') : message('overviewSpan', formatTime(span.from), formatTime(span.to));
}

export function eventText({ event, count }: { readonly event: OverviewEvent; readonly count: number }): string {
  const word = message(EVENTS[event]);
  return count === 1 ? word : message('overviewEvent', word, formatCount(count));
}

/** What the strip shows, for those who do not see it. */
export function overviewText(overview: Overview): string {
  const sizes = overview.series.map(({ name, sizes: each }) =>
    message('overviewSize', name, formatBytes(each.reduce((most, size) => Math.max(most, size), 0))),
  );
  return [...sizes, ...eventsAround(overview, 0, overview.columns).map(eventText)].join(', ');
}
