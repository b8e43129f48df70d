import type { Reading } from '../readers/reader.ts';
import { canonical, type RubyHash } from './hash.ts';

/** What a response did to the session, told from the version its request carried and the one it set. */
export type SessionChange =
  | { readonly event: 'new' }
  /** Top-level keys added, removed, and kept with another value. */
  | {
      readonly event: 'changed';
      readonly added: readonly string[];
      readonly removed: readonly string[];
      readonly changed: readonly string[];
    }
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
}

/** Compares the version a request carried with the one its response set, by top-level keys. */
export function sessionChange(evidence: ChangeEvidence): SessionChange {
  const { carried, set } = evidence;
  if (evidence.cleared) return { event: 'cleared' };
  if (evidence.wire > evidence.limit) return { event: 'refused' };
  if (!evidence.hadCookie) return { event: 'new' };
  if (evidence.sameValue) return { event: 'same' };
  if (carried !== null && startsOver(carried)) return { event: 'new' };
  // A store hands out another id only for another session.
  if (carried?.state === 'identifier' && set?.state === 'identifier') return { event: 'new' };
  if (carried?.data?.type !== 'hash' || set?.data?.type !== 'hash') return { event: 'sealed' };
  return compareKeys(carried.data, set.data);
}

/** Rails takes such a cookie as absent, so what it sets has no parent. */
function startsOver(carried: Reading): boolean {
  return carried.failure === 'malformed' || carried.failure === 'expired' || carried.failure === 'purpose-mismatch';
}

function compareKeys(before: RubyHash, after: RubyHash): SessionChange {
  const was = topLevel(before);
  const is = topLevel(after);
  const added = [...is.keys()].filter((key) => !was.has(key));
  const removed = [...was.keys()].filter((key) => !is.has(key));
  const changed = [...is].filter(([key, value]) => was.has(key) && was.get(key) !== value).map(([key]) => key);
  return added.length + removed.length + changed.length === 0 ? { event: 'same' } : { event: 'changed', added, removed, changed };
}

/** Key as text to the canonical text of its value. */
function topLevel(hash: RubyHash): ReadonlyMap<string, string> {
  return new Map(hash.pairs.map(({ key, value }) => [key.type === 'string' ? key.text : canonical(key), canonical(value)]));
}
