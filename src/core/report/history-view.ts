import type { RefusalReason } from '../cookies/storage.ts';
import type { ReadingState } from '../readers/reader.ts';
import type { RubyValue } from '../serializers/ruby-value.ts';
import { type KeyChanges, topLevelChanges } from '../session/change.ts';
import { contentChange } from '../session/content-change.ts';
import type { SessionHistory } from '../session/history.ts';
import { type HistoryEventKind, historyEvents } from '../session/history-events.ts';
import type { Identity } from '../session/identity.ts';
import type { Version } from '../session/version.ts';
import { assignLanes } from './history-lanes.ts';
import { rowIdOf } from './row-id.ts';
import { diffSessions, type SessionDiff } from './session-diff.ts';

/** The history of one session cookie, to be shown. Plain data. */
export interface HistoryView {
  /** Stable: site and name. */
  readonly id: string;
  readonly site: string;
  readonly name: string;
  /** In the order in which they are first seen. */
  readonly versions: readonly VersionView[];
}

export interface VersionView {
  /** Stable, also when traffic that is older comes late: the row that set it first, or for a root the request that carried it first. */
  readonly id: string;
  /** `v1`, `v2`… by their order. */
  readonly label: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Id of the version it was made of. */
  readonly parent: string | null;
  readonly lane: number;
  readonly root: boolean;
  readonly deleted: boolean;
  /** A deletion of what the browser did not have: it changed nothing. */
  readonly ignored: boolean;
  /** Name + value as sent, in bytes. */
  readonly wire: number;
  /** Why the browser never kept it; null where it did, or nothing is known. */
  readonly refused: RefusalReason | null;
  /** Null for deletions and for values that no reader knows. */
  readonly state: ReadingState | null;
  /** In the order in which they happened first. */
  readonly events: readonly VersionEvent[];
  /** Rows of the Responses table, the newest ones; `timesSet` counts all. */
  readonly setBy: readonly string[];
  readonly timesSet: number;
  /** Requests that carried it. */
  readonly carriedBy: number;
  /** Who is signed in; null when it cannot be seen. */
  readonly identities: readonly Identity[] | null;
  /** Against the parent; null where that cannot be seen. */
  readonly change: KeyChanges | null;
}

export interface VersionEvent {
  readonly kind: HistoryEventKind;
  readonly count: number;
}

/** The value of a store's cookie may be set by every response. */
const MOST_ROWS = 200;

export function historyView(history: SessionHistory): HistoryView {
  const { versions, site, name } = history;
  const rowOf = new Map(versions.map(({ id }, row) => [id, row]));
  const parents = versions.map(({ parent }) => (parent === null ? null : (rowOf.get(parent) ?? null)));
  const lanes = assignLanes(
    versions.map((version, row) => ({ parent: parents[row] ?? null, aside: refusalOf(version) !== null || isIgnored(version) })),
  );
  const events = eventsByVersion(history);
  return {
    id: historyId(history),
    site,
    name,
    versions: versions.map((version, row): VersionView => {
      const parent = history.version(version.parent);
      return {
        id: stableId(version),
        label: version.id,
        at: version.at,
        parent: parent && stableId(parent),
        lane: lanes[row] ?? 0,
        root: version.root,
        deleted: version.deleted,
        ignored: isIgnored(version),
        wire: version.wire,
        refused: refusalOf(version),
        state: version.reading?.state ?? null,
        events: [...(events.get(version.id) ?? [])].map(([kind, count]) => ({ kind, count })),
        setBy: version.setBy.slice(-MOST_ROWS).map(({ exchangeId, line }) => rowIdOf(exchangeId, line)),
        timesSet: version.setBy.length,
        carriedBy: version.carriedBy.length,
        identities: version.identities,
        change: version.root ? null : changeSince(parent, version),
      };
    }),
  };
}

export const historyId = ({ site, name }: SessionHistory): string => `${site} ${name}`;

/** Ids of `VersionView`; null where one of them is gone. A null `before` compares with no session. */
export function compareVersions(history: SessionHistory, before: string | null, after: string): SessionDiff | null {
  const find = (id: string | null): Version | null => history.versions.find((version) => stableId(version) === id) ?? null;
  const [was, is] = [find(before), find(after)];
  if (is === null || (before !== null && was === null)) return null;
  return diffSessions(was?.deleted ? null : was, is.deleted ? null : is);
}

/** The `id` of its view. */
export function stableId({ setBy: [first], carriedBy: [carrier], id }: Version): string {
  if (first !== undefined) return rowIdOf(first.exchangeId, first.line);
  return carrier === undefined ? id : rowIdOf(carrier, null);
}

const isIgnored = ({ setBy }: Version): boolean => setBy.some(({ stored }) => stored?.outcome === 'ignored');

/** A version that was kept once was not refused. */
function refusalOf({ setBy }: Version): RefusalReason | null {
  const reasons = setBy.map(({ stored }) => (stored?.outcome === 'refused' ? stored.reason : null));
  return reasons.includes(null) ? null : (reasons[0] ?? null);
}

/** An event without a version (the cookie vanished, or expired) is told of the newest one before it. */
function eventsByVersion(history: SessionHistory): ReadonlyMap<string, ReadonlyMap<HistoryEventKind, number>> {
  const events = new Map<string, Map<HistoryEventKind, number>>();
  let before = 0;
  for (const { kind, version, at } of historyEvents(history)) {
    while ((history.versions[before + 1]?.at ?? Number.POSITIVE_INFINITY) <= at) before++;
    const id = version ?? history.versions[before]?.id;
    if (id === undefined) continue;
    const kinds = events.get(id) ?? new Map<HistoryEventKind, number>();
    events.set(id, kinds.set(kind, (kinds.get(kind) ?? 0) + 1));
  }
  return events;
}

function changeSince(parent: Version | null, version: Version): KeyChanges | null {
  const was = dataOf(parent);
  const is = dataOf(version);
  if (was === 'sealed' || is === 'sealed') return null;
  return was !== null && is !== null ? contentChange(was, is).keys : topLevelChanges(was, is);
}

/** Null where there is no session. */
function dataOf(version: Version | null): RubyValue | null | 'sealed' {
  return version === null || version.deleted ? null : (version.reading?.data ?? 'sealed');
}
