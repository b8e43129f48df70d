/** A request with its answer as a view draws it. Times in milliseconds since the epoch. */
export interface RequestSpan {
  readonly exchangeId: string;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly startedAt: number;
  /** When the cookies of the response landed. */
  readonly landedAt: number;
}

/** The parameters of the findings that need the history of a session. Paths are keys and indexes from the top of the session. */
export interface HistoryParameters {
  /**
   * `parent` is the version that both requests carried, as the history names it. `lost` are the paths that the first response changed and the next request lacks, ten at most, `more` how many are not listed;
   * `carriedNext` is the exchange whose request shows it. `overlapped` is false where only what they carried tells that the two
   * requests were on their way together, and the recording's clock does not.
   */
  'lost-update': {
    readonly parent: string | null;
    readonly lost: readonly (readonly string[])[];
    readonly more: number;
    readonly overwritten: RequestSpan;
    readonly overwriting: RequestSpan;
    readonly overlapped: boolean;
    readonly carriedNext: string;
  };
  /**
   * `heldFor` is from when the copy was first there to the last request that carried it, in milliseconds; `carried` how many did.
   * `past` is the successful unsafe request that it outlived; `contradictedBy` tells what another copy of the record is: newer by its
   * `updated_at`, or another in a column and seen later. `model` is the class, which only Marshal keeps.
   */
  'stale-snapshot': {
    readonly path: readonly string[];
    readonly model: string | null;
    readonly heldFor: number;
    readonly carried: number;
    readonly past: RequestSpan | null;
    readonly contradictedBy: 'newer-updated-at' | 'other-copy' | null;
  };
  /**
   * `versions` in a row grew, together by `grew` bytes, to `size`: the serialized session. `left` is how many more such versions fit into
   * a cookie; null where that cannot be foretold.
   */
  'growing-session': { readonly versions: number; readonly grew: number; readonly size: number; readonly left: number | null };
  /** The response that ended the session, and how. `signedIn`: the version that came back has somebody signed in. */
  'replayed-session': { readonly end: 'signed-out' | 'reset' | 'cleared'; readonly endedBy: RequestSpan; readonly signedIn: boolean };
  /** The message's key, and how many versions in a row hold it. It stands at the third of them. */
  'flash-not-swept': { readonly key: string; readonly versions: number };
  /** Labels of the secrets, as the user named them. */
  'old-secret-in-use': { readonly opened: string; readonly sealed: string };
  /** The page named the exception, or the session was taken as empty for this request alone: `key` is the identity that was ignored. */
  'csrf-rejected':
    | { readonly how: 'exception'; readonly status: number }
    | { readonly how: 'null-session'; readonly status: number; readonly key: string };
  /** `chance` is the share of sealings of this content that browsers would drop, 0 to 1. */
  'rewritten-unchanged': { readonly wire: number; readonly chance: number; readonly limit: number };
}
