import type { HistoryView, VersionView } from '../../core/report/history-view.ts';
import type { ResponseRow } from '../../core/report/response-row.ts';
import type { KeyChanges } from '../../core/session/change.ts';
import type { Identity } from '../../core/session/identity.ts';
import { eventsToTell, eventWord } from './history-event.ts';
import { counted, message } from './message.ts';
import { formatBytes, formatCount, formatTime } from './numbers.ts';

/** `+cart −coupon ~flash`; empty where nothing changed or it cannot be seen. */
export function changedKeys(change: KeyChanges | null): readonly { readonly sign: '+' | '−' | '~'; readonly key: string }[] {
  if (change === null) return [];
  const signed = <Sign extends string>(sign: Sign, keys: readonly string[]) => keys.map((key) => ({ sign, key }));
  return [...signed('+' as const, change.added), ...signed('−' as const, change.removed), ...signed('~' as const, change.changed)];
}

/** Who is signed in, in a few words: `user 42`, `user_id 42`. */
export function identityText(identities: readonly Identity[] | null): string {
  if (identities === null) return '?';
  const [first, ...rest] = identities;
  if (first === undefined) return '–';
  const id = first.id.length > 24 ? `${first.id.slice(0, 24)}…` : first.id;
  // Two keys of one person are no second person.
  const others = new Set(rest.filter(({ scope }) => scope !== null && scope !== first.scope).map(({ scope }) => scope)).size;
  return `${first.scope ?? first.key} ${id}${others > 0 ? ` +${others}` : ''}`;
}

/** `+664`, `−12`; empty where there is nothing to compare with. */
export function growthText(version: VersionView, parent: VersionView | null): string {
  if (parent === null || parent.deleted || version.deleted) return '';
  const grew = version.wire - parent.wire;
  return grew === 0 ? '±0' : `${grew > 0 ? '+' : '−'}${formatCount(Math.abs(grew))}`;
}

/** What of the change can be said on one line. */
export function shortChange(version: VersionView, parent: VersionView | null): string {
  if (version.root) return message('historyNotSeen');
  const change = ownChange(version, parent);
  return parent === null ? message('historyNoParent', change) : message('historyFrom', parent.label, change);
}

function ownChange(version: VersionView, parent: VersionView | null): string {
  if (version.deleted) return message(version.ignored ? 'historyDeletedNothing' : 'historyDeleted');
  const growth = growthText(version, parent);
  const bytes = formatBytes(version.wire);
  const size = growth === '' ? bytes : message('historyGrowth', bytes, growth);
  if (version.change === null) return message('historySealed', size);
  const keys = changedKeys(version.change).map(({ sign, key }) => `${sign}${key}`);
  return message('historyKeys', keys.join(' ') || message('historyNothingChanged'), size);
}

/** Everything that the log shows of a version, for screen readers. */
export function versionText(version: VersionView, parent: VersionView | null, setter: ResponseRow | null): string {
  const events = eventsToTell(version).map(({ mark, count }) =>
    count > 1 ? message('historyEventTimes', eventWord(mark), formatCount(count)) : eventWord(mark),
  );
  const who =
    version.identities === null
      ? message('historyWhoSealed')
      : version.identities.length === 0
        ? message('historyNobody')
        : identityText(version.identities);
  return [
    `${version.label}, ${formatTime(version.at)}`,
    events.join(', '),
    shortChange(version, parent).replace(/\.$/, ''),
    version.deleted ? '' : who,
    setter === null ? '' : message('historySetBy', `${setter.method} ${setter.path}`),
    counted('historyCarriedBy', version.carriedBy),
  ]
    .filter((part) => part !== '')
    .join('; ');
}

/** In the select of cookies. */
export const historyLabel = ({ name, site, versions }: HistoryView, severalSites: boolean): string =>
  message('historyCookie', severalSites ? `${name} · ${site}` : name, counted('unitVersions', versions.length));
