import type { StoredCookie } from '../cookies/storage.ts';

/** A cookie of a request, one character per byte. */
export interface CarriedPair {
  readonly name: string;
  readonly value: string;
  /** `ParsedValue.key`. */
  readonly key: string;
}

interface Matched {
  readonly expected: readonly { readonly cookie: StoredCookie; readonly state: 'yes' | 'no' | 'another-value' }[];
  /** What nobody expected; `instead` is the cookie of this name that was expected with another value. */
  readonly unexpected: readonly { readonly pair: CarriedPair; readonly instead: StoredCookie | null }[];
}

/** Lays what a request carried beside what it should have carried: equal pairs first, then equal names in their order. */
export function matchCarried(sent: readonly StoredCookie[], carried: readonly CarriedPair[]): Matched {
  const left = [...carried];
  const take = (isIt: (pair: CarriedPair) => boolean): CarriedPair | null => {
    const index = left.findIndex(isIt);
    return index < 0 ? null : (left.splice(index, 1)[0] ?? null);
  };
  const equal = sent.map((cookie) => take(({ name, value }) => name === cookie.name && value === cookie.value));
  const instead = new Map<CarriedPair, StoredCookie>();
  const expected = sent.map((cookie, index) => {
    if (equal[index] !== null) return { cookie, state: 'yes' as const };
    const other = take(({ name }) => name === cookie.name);
    if (other === null) return { cookie, state: 'no' as const };
    instead.set(other, cookie);
    return { cookie, state: 'another-value' as const };
  });
  const unexpected = [...instead.keys(), ...left].map((pair) => ({ pair, instead: instead.get(pair) ?? null }));
  return { expected, unexpected };
}
