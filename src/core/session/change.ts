import type { Reading } from '../readers/reader.ts';
import type { RubyHash } from '../serializers/ruby-value.ts';
import { asHash, keyLabel } from './hash.ts';
import { ValueIds } from './value-ids.ts';

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
  const before = asHash(carried?.data ?? null);
  const after = asHash(set?.data ?? null);
  return before === null || after === null ? { event: 'sealed' } : compareKeys(before, after);
}

/** Rails takes such a cookie as absent, so what it sets has no parent. */
function startsOver(carried: Reading): boolean {
  return carried.failure === 'malformed' || carried.failure === 'expired' || carried.failure === 'purpose-mismatch';
}

function compareKeys(before: RubyHash, after: RubyHash): SessionChange {
  const ids = new ValueIds();
  const was = topLevel(before, ids);
  const is = topLevel(after, ids);
  const added = [...is].filter(([key]) => !was.has(key)).map(([, { label }]) => label);
  const removed = [...was].filter(([key]) => !is.has(key)).map(([, { label }]) => label);
  const changed = [...is].filter(([key, { value }]) => (was.get(key)?.value ?? value) !== value).map(([, { label }]) => label);
  return added.length + removed.length + changed.length === 0 ? { event: 'same' } : { event: 'changed', added, removed, changed };
}

/** What a key is equal to, to how it is shown and what its value is equal to. */
function topLevel(hash: RubyHash, ids: ValueIds): ReadonlyMap<number, { readonly label: string; readonly value: number }> {
  return new Map(hash.pairs.map(({ key, value }) => [ids.of(key), { label: keyLabel(key), value: ids.of(value) }]));
}
