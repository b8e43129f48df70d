/** What a response did to the session, told from the version its request carried and the one it set. */
export type SessionChange =
  | { readonly event: 'new' }
  /** Top-level keys added, removed, and kept with another value. */
  | { readonly event: 'changed'; readonly added: readonly string[]; readonly removed: readonly string[]; readonly changed: readonly string[] }
  /** The content is the same, sealed again or not. */
  | { readonly event: 'same' }
  | { readonly event: 'cleared' }
  /** Over the browser's limit: the old version stays. */
  | { readonly event: 'refused' }
  /** Another value was set, and one of the two cannot be opened. */
  | { readonly event: 'sealed' };
