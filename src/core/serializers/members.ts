/** The members of the hash that a payload is, as they stand in it. */
export interface PayloadMembers {
  /** Bytes of each as they stand, in order; what the serializer writes between them does not count. */
  readonly lengths: readonly number[];
  /**
   * The payload as the serializer would write it without these members. Exact: in Marshal, what a later member only links to is
   * written out there. Null where links to links go too deep.
   */
  without(dropped: ReadonlySet<number>): Uint8Array | null;
}
