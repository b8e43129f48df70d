/**
 * One union for every value that a session can hold, whatever serialized it. Numbers are kept as their exact text,
 * hashes as ordered pairs, so nothing is rounded, reordered or merged. Marshal and MessagePack will add their own members.
 */
export type RubyValue =
  | { readonly type: 'nil' }
  | { readonly type: 'boolean'; readonly value: boolean }
  /** Decimal digits with an optional minus sign, of any length. */
  | { readonly type: 'integer'; readonly text: string }
  /** As the serializer wrote it, such as `1.0e+300`. */
  | { readonly type: 'float'; readonly text: string }
  | { readonly type: 'string'; readonly text: string }
  | { readonly type: 'array'; readonly items: readonly RubyValue[] }
  /** Pairs in order; a key may come twice. */
  | { readonly type: 'hash'; readonly pairs: readonly HashPair[] };

export interface HashPair {
  readonly key: RubyValue;
  readonly value: RubyValue;
}
