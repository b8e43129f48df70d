import type { RefusalReason } from '../cookies/storage.ts';

/** Why a session was lost. Public identifiers (the catalogue); they appear in reports and in the docs' file names. */
export type LogoutCause =
  | 'signed-out'
  | 'dropped-too-large'
  | 'overflow-exception'
  | 'lost-update'
  | 'cross-site-request'
  | 'third-party-context'
  | 'insecure-origin'
  | 'refused-by-browser'
  | 'host-changed'
  | 'path-changed'
  | 'shadowed'
  | 'foreign-app'
  | 'secret-changed'
  | 'digest-changed'
  | 'cipher-changed'
  | 'mixed-fleet'
  | 'serializer-changed'
  | 'purpose-mismatch'
  | 'tampered'
  | 'envelope-expired'
  | 'cookie-expired'
  | 'timed-out'
  | 'browser-restarted'
  | 'csrf-reset'
  | 'server-revoked'
  | 'store-evicted'
  | 'store-not-shared'
  | 'never-stored'
  | 'session-reset'
  | 'cleared-by-server'
  | 'cleared-by-stale-client'
  | 'prefetched-sign-out'
  | 'cached-response'
  | 'too-many-cookies'
  | 'removed-by-script'
  | 'cleared-in-browser'
  | 'not-a-logout'
  /** Something was lost, and nothing known explains it. */
  | 'unknown';

export type Confidence = 'certain' | 'likely' | 'possible';

/** What one exchange shows. Data only; `evidence-info.ts` has the sentences. Sizes are bytes, times milliseconds since the epoch. */
export type EvidenceFact =
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'carried-signed-in' }
  | { readonly kind: 'set-signed-in' }
  | { readonly kind: 'set-without-identity' }
  | { readonly kind: 'set-another-session-id' }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'refused'; readonly reason: RefusalReason; readonly wire: number }
  | { readonly kind: 'not-carried'; readonly setAt: number | null }
  | { readonly kind: 'withheld'; readonly reason: string }
  | { readonly kind: 'carried-old-version'; readonly setAt: number | null }
  | { readonly kind: 'starts-over'; readonly status: number }
  | { readonly kind: 'error-page'; readonly page: string; readonly status: number }
  | { readonly kind: 'opens-with'; readonly label: string; readonly configuration: string }
  | { readonly kind: 'does-not-open' }
  | { readonly kind: 'no-set-cookie' }
  | { readonly kind: 'sign-out-request' }
  | { readonly kind: 'overlapped'; readonly other: string }
  | { readonly kind: 'gap'; readonly milliseconds: number }
  | { readonly kind: 'expired-at'; readonly at: number };

export interface Evidence {
  readonly exchangeId: string;
  readonly fact: EvidenceFact;
}

/** One lost session with the cause that explains it best. */
export interface Logout {
  /** The exchange that shows the loss. */
  readonly exchangeId: string;
  /** Milliseconds since the epoch, by the clock of the traffic. */
  readonly at: number;
  /** Name of the cookie on the wire; null where none was ever set. */
  readonly cookie: string | null;
  readonly cause: LogoutCause;
  readonly confidence: Confidence;
  /** In the order of the traffic. */
  readonly evidence: readonly Evidence[];
  /** Causes that were looked at and do not explain it. */
  readonly alternatives: readonly LogoutCause[];
}
