import type { StorageScope } from '../cookies/storage.ts';
import type { Reading } from '../readers/reader.ts';
import type { HistoryStep, SetLine } from './history-step.ts';
import { identitiesOf } from './identity.ts';
import { sessionIdOf } from './session-id.ts';
import type { Setting, Version } from './version.ts';

/** The versions of one session cookie, by name and site, with every exchange of that site in the order of the traffic. */
export interface SessionHistory {
  /** As on the wire. */
  readonly name: string;
  /** Registrable domain, or the host where there is none; loopback hosts are one site. */
  readonly site: string;
  readonly steps: readonly HistoryStep[];
  /** In the order in which they are first seen. */
  readonly versions: readonly Version[];
  /** What the request of a step carried first; null when nothing. */
  carried(step: HistoryStep): Version | null;
  /** What each line of a step set, in their order. */
  set(step: HistoryStep): readonly Version[];
  version(id: string | null): Version | null;
}

export interface HistoryOptions {
  /** Keys of the session that the user says are identity too. */
  readonly identityKeys: readonly string[];
}

type Draft = { -readonly [Key in keyof Version]: Version[Key] } & { setBy: Setting[]; carriedBy: string[] };

/**
 * Builds the graph. `steps` in any order; the result depends on their times alone. The parent of a version is what the request carried
 * whose response set it first.
 */
export function buildHistory(name: string, site: string, steps: readonly HistoryStep[], options: HistoryOptions): SessionHistory {
  const sorted = steps.toSorted(compareSteps);
  const drafts = new Map<string, Draft>();
  const moments = sorted.flatMap((step) => [
    ...step.carried.slice(0, 1).map((value) => ({ at: step.exchange.startedAt, rank: 1, step, value, line: null })),
    ...step.lines.map((line) => ({ at: step.landedAt, rank: 0, step, value: line, line })),
  ]);
  moments.sort((a, b) => a.at - b.at || a.rank - b.rank || compareSteps(a.step, b.step) || (a.line?.line ?? 0) - (b.line?.line ?? 0));
  for (const { at, step, value, line } of moments) {
    const key = versionKey(step, value.key, line);
    const draft = drafts.get(key) ?? newDraft(value.key, value.reading, value.wire, at, line, options);
    drafts.set(key, draft);
    if (line === null) draft.carriedBy.push(step.exchange.id);
    else draft.setBy.push({ exchangeId: step.exchange.id, line: line.line, landedAt: at, stored: line.storage?.stored ?? null });
    draft.scope ??= scopeOf(line);
  }
  const versions = [...drafts.values()];
  versions.forEach((version, index) => {
    version.id = `v${index + 1}`;
    version.root = version.setBy.length === 0;
  });
  const byId = new Map(versions.map((version) => [version.id, version]));
  const stepOf = new Map(sorted.map((step) => [step.exchange.id, step]));
  const carried = (step: HistoryStep): Version | null => drafts.get(step.carried[0]?.key ?? '') ?? null;
  for (const version of versions) {
    const [first] = version.setBy;
    const parent = first === undefined ? undefined : stepOf.get(first.exchangeId);
    const from = parent === undefined ? null : carried(parent);
    // A response may give back the very value that it was sent.
    version.parent = from === version ? null : (from?.id ?? null);
  }
  return {
    name,
    site,
    steps: sorted,
    versions,
    carried,
    set: (step) => step.lines.flatMap((line) => drafts.get(versionKey(step, line.key, line)) ?? []),
    version: (id) => (id === null ? null : (byId.get(id) ?? null)),
  };
}

/** Every deletion is one of its own. */
function versionKey(step: HistoryStep, key: string, line: SetLine | null): string {
  return line?.deleted === true ? `${step.exchange.id}#${line.line}` : key;
}

function newDraft(key: string, reading: Reading | null, wire: number, at: number, line: SetLine | null, options: HistoryOptions): Draft {
  const deleted = line?.deleted ?? false;
  return {
    id: '',
    key,
    scope: null,
    deleted,
    root: true,
    setBy: [],
    carriedBy: [],
    parent: null,
    at,
    wire,
    reading: deleted ? null : reading,
    identities: deleted ? [] : identitiesIn(reading, options),
    sessionId: deleted ? null : sessionIdOf(reading),
  };
}

function identitiesIn(reading: Reading | null, { identityKeys }: HistoryOptions): Version['identities'] {
  if (reading === null || reading.data === null) return null;
  return identitiesOf(reading.data, { keys: identityKeys, role: reading.role });
}

const scopeOf = (line: SetLine | null): StorageScope | null => line?.storage?.scope ?? null;

function compareSteps(a: HistoryStep, b: HistoryStep): number {
  const [one, other] = [a.exchange, b.exchange];
  return one.startedAt - other.startedAt || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}
