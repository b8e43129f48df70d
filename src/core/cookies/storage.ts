import type { CookieScope } from './cookie-scope.ts';

/** Where a browser keeps a cookie. With the name it is the cookie's identity: another cookie of the same identity replaces it. */
export interface StorageScope extends CookieScope {
  /** The top-level site of a partitioned cookie (CHIPS), such as `https://example.com`; null for every other cookie. */
  readonly partition: string | null;
}

/** Why a browser does not keep a cookie. Public identifiers: the catalogue's `cookie-refused`, and the report's `stored.reason`. */
export type RefusalReason =
  /** Secure from an origin that is neither https nor loopback. */
  | 'insecure-origin'
  /** The conditions of `__Host-`, `__Secure-`, `__Http-` or `__Host-Http-` are not met, or a nameless cookie feigns one. */
  | 'prefix'
  | 'samesite-none-insecure'
  | 'domain-mismatch'
  | 'public-suffix'
  | 'control-character'
  /** An insecure origin would overwrite, or hide, a cookie that is Secure. */
  | 'secure-overwrite'
  | 'partitioned-insecure'
  | 'third-party-blocked'
  /** A SameSite cookie from a cross-site request that is no top-level navigation. */
  | 'samesite-cross-site'
  /** A cross-origin request without credentials: what its response sets is not looked at. */
  | 'credentials-omitted'
  /** Neither a name nor a value. */
  | 'empty'
  | 'malformed'
  /** Name and value over 4096 bytes. */
  | 'too-large';

/** What the browser did with a Set-Cookie line. `ignored` is a deletion of what is not there. */
export type StorageOutcome =
  | { readonly outcome: 'created' | 'replaced' | 'deleted' | 'ignored' }
  | { readonly outcome: 'refused'; readonly reason: RefusalReason };

/** What became of one Set-Cookie line, as the replay of the storage model tells. */
export interface LineStorage {
  readonly stored: StorageOutcome;
  readonly scope: StorageScope;
  /** When the browser forgets it, in milliseconds since the epoch, capped as the browser caps it; null for a cookie that lasts until the browser closes. */
  readonly expiresAt: number | null;
  /** What the traffic said of it; null while it said nothing. */
  readonly evidence: TrafficEvidence | null;
}

/**
 * The first request after a Set-Cookie line that would carry its cookie. A kept cookie that is not carried was removed by a script, or the
 * browser refused it; one that is carried although it should have been refused was kept, and its outcome says so; a deleted one that is
 * carried was not deleted.
 */
export interface TrafficEvidence {
  readonly carried: boolean;
  readonly exchangeId: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Where a cookie comes from: a Set-Cookie line of a recorded response. */
export interface LinePlace {
  readonly exchangeId: string;
  readonly line: number;
}

/** Which cookies a request should have carried by the replay of the storage model, beside what it did carry. Names have one character per byte. */
export interface RequestExpectation {
  /** In the order in which the browser sends them. `setBy` is null where no recorded response set it. */
  readonly expected: readonly {
    readonly name: string;
    readonly setBy: LinePlace | null;
    readonly carried: 'yes' | 'no' | 'another-value';
  }[];
  /** Kept for this site, and rightly not sent. */
  readonly withheld: readonly { readonly name: string; readonly setBy: LinePlace | null; readonly reason: WithheldReason }[];
  /** Carried, though the model had no such cookie, had it with another value, or would have withheld it. */
  readonly unexpected: readonly { readonly name: string; readonly setBy: LinePlace | null }[];
}

/** Why a cookie that is kept did not go with a request to its site. */
export type WithheldReason = 'domain' | 'path' | 'secure' | 'same-site' | 'expired' | 'partition' | 'credentials';

/** A cookie in a browser's store. Texts have one character per byte. */
export interface StoredCookie extends StorageScope {
  /** Empty for a nameless cookie. */
  readonly name: string;
  readonly value: string;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  /** Null when the browser's default applies: no SameSite, or one that is unknown. */
  readonly sameSite: 'Strict' | 'Lax' | 'None' | null;
  /** In milliseconds since the epoch, of the first of the cookies that replaced one another: it decides the order in which they are sent. */
  readonly createdAt: number;
  /** In milliseconds since the epoch; null for a cookie that lasts until the browser closes. */
  readonly expiresAt: number | null;
}
