/**
 * A stream taken apart into what can be written again in another order: bytes that stay as they are, symbols and objects, where a
 * link is the thing itself. `enter` stands where the object gets its number.
 */
export type Piece = Uint8Array | MarshalSymbol | MarshalObject | 'enter' | RootPairs;

export interface MarshalSymbol {
  readonly kind: 'symbol';
  readonly pieces: Piece[];
}

/** Any value; only those that hold an `enter` can be linked to. */
export interface MarshalObject {
  readonly kind: 'object';
  readonly pieces: Piece[];
}

/** The pairs of the outermost hash, whose count stands before them. */
export interface RootPairs {
  readonly kind: 'pairs';
  readonly pairs: readonly { readonly pieces: readonly Piece[]; readonly length: number }[];
}
