import type { Reading } from '../readers/reader.ts';
import type { RubyValue } from '../serializers/ruby-value.ts';
import { type Diff, diffValues } from './diff.ts';
import { asHash } from './hash.ts';
import { identitiesChange, identitiesOf } from './identity.ts';
import { sessionIdOf } from './session-id.ts';
import { stepText } from './step-text.ts';

/** Top-level keys added, removed, and kept with another value. */
export interface KeyChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

/** What a response did to the session, told from the version its request carried and the one it set. */
export type SessionChange =
  | { readonly event: 'new' }
  | ({ readonly event: 'changed' } & KeyChanges)
  /** Identity appeared, also where nothing was carried; a second scope beside the first is a sign-in too. */
  | ({ readonly event: 'signed-in' } & KeyChanges)
  /** Identity was removed while the cookie stays. */
  | ({ readonly event: 'signed-out' } & KeyChanges)
  /** `session_id` is another one, and nobody signed in or out. */
  | ({ readonly event: 'reset' } & KeyChanges)
  /** The content is the same, sealed again or not. */
  | { readonly event: 'same' }
  | { readonly event: 'cleared' }
  /** Over the browser's limit: the old version stays. */
  | { readonly event: 'refused' }
  /** Another value was set, and one of the two cannot be opened. */
  | { readonly event: 'sealed' };

/** What is known about the two versions. Readings are null where the value is none that a reader knows. */
export interface ChangeEvidence {
  /** The request carried a cookie of this name. */
  readonly hadCookie: boolean;
  readonly carried: Reading | null;
  readonly set: Reading | null;
  /** The response deletes the cookie. */
  readonly cleared: boolean;
  /** The value set is, byte for byte, the value carried. */
  readonly sameValue: boolean;
  /** Name + value as sent, and what the browser accepts of it; bytes. */
  readonly wire: number;
  readonly limit: number;
  /** Keys that the user says are identity too. */
  readonly identityKeys?: readonly string[];
}

/** Compares the version a request carried with the one its response set, by top-level keys. */
export function sessionChange(evidence: ChangeEvidence): SessionChange {
  const { carried, set } = evidence;
  if (evidence.cleared) return { event: 'cleared' };
  if (evidence.wire > evidence.limit) return { event: 'refused' };
  if (evidence.sameValue) return { event: 'same' };
  if (!evidence.hadCookie || (carried !== null && startsOver(carried))) return signedIn(null, evidence) ?? { event: 'new' };
  // A store hands out another id only for another session.
  if (carried?.state === 'identifier' && set?.state === 'identifier') return { event: 'new' };
  const before = carried?.data ?? null;
  const after = set?.data ?? null;
  if (before === null || after === null) return { event: 'sealed' };
  // A cookie that signs in by itself holds a scalar, and others hold what their application wants.
  const comparable = (asHash(before) !== null && asHash(after) !== null) || set?.role !== 'session';
  return comparable ? compareKeys(before, after, evidence) : { event: 'sealed' };
}

/** Rails takes such a cookie as absent, so what it sets has no parent. */
function startsOver(carried: Reading): boolean {
  return carried.failure === 'malformed' || carried.failure === 'expired' || carried.failure === 'purpose-mismatch';
}

function compareKeys(before: RubyValue, after: RubyValue, evidence: ChangeEvidence): SessionChange {
  const diff = topLevel(before, after);
  if (diff.differences.length === 0) return { event: 'same' };
  return signedIn(before, evidence) ?? { event: isReset(evidence) ? 'reset' : 'changed', ...keyChanges(diff) };
}

function isReset({ carried, set }: ChangeEvidence): boolean {
  const [before, after] = [sessionIdOf(carried), sessionIdOf(set)];
  return before !== null && after !== null && before !== after;
}

/** The change as a sign-in or sign-out; null when it is neither. `before` is null where nothing was carried that counts. */
function signedIn(before: RubyValue | null, { carried, set, identityKeys = [] }: ChangeEvidence): SessionChange | null {
  const after = set?.data ?? null;
  if (set === null || after === null) return null;
  const was = before === null ? [] : identitiesOf(before, { keys: identityKeys, role: carried?.role ?? set.role });
  const change = identitiesChange(was, identitiesOf(after, { keys: identityKeys, role: set.role }));
  return change === 'signed-in' || change === 'signed-out' ? { event: change, ...topLevelChanges(before, after) } : null;
}

/** By labels of top-level keys. Null stands for no session. */
export function topLevelChanges(before: RubyValue | null, after: RubyValue | null): KeyChanges {
  return keyChanges(topLevel(before, after));
}

const topLevel = (before: RubyValue | null, after: RubyValue | null): Diff =>
  diffValues(before, after, { depth: 1, most: Number.POSITIVE_INFINITY });

function keyChanges({ differences }: Diff): KeyChanges {
  const labels = (...kinds: readonly string[]) => [
    ...new Set(differences.flatMap(({ kind, path: [top] }) => (top !== undefined && kinds.includes(kind) ? [stepText(top)] : []))),
  ];
  return { added: labels('added'), removed: labels('removed'), changed: labels('changed', 'type', 'key-type') };
}
