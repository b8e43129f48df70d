import type { RefusalReason } from '../cookies/storage.ts';
import type { Configuration } from '../readers/explanation/explanation.ts';

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
  | { readonly kind: 'opens-with'; readonly label: string; readonly configuration: Configuration }
  | { readonly kind: 'does-not-open' }
  | { readonly kind: 'no-set-cookie' }
  | { readonly kind: 'sign-out-request' }
  /** The recording has no cookies at all: the file was exported without them. */
  | { readonly kind: 'cookies-missing' }
  /** `other` is the exchange whose answer was overwritten; when its cookies landed, and when those of this one. */
  | { readonly kind: 'overlapped'; readonly other: string; readonly otherLandedAt: number; readonly landedAt: number }
  | { readonly kind: 'gap'; readonly milliseconds: number }
  | { readonly kind: 'expired-at'; readonly at: number }
  /** What Rails counts of the session that the browser refused. */
  | { readonly kind: 'rails-counted'; readonly bytes: number }
  /** The key of the session that costs most on the wire. */
  | { readonly kind: 'heavy-key'; readonly key: string; readonly wire: number }
  | { readonly kind: 'another-host'; readonly host: string; readonly cookieHost: string }
  | { readonly kind: 'another-path'; readonly path: string; readonly cookiePath: string }
  /** Origins of the responses that set the one name. */
  | { readonly kind: 'another-application'; readonly origin: string; readonly cookieOrigin: string }
  | { readonly kind: 'carried-twice'; readonly times: number }
  | { readonly kind: 'in-frame' }
  | { readonly kind: 'serialized-with'; readonly serializer: string }
  /** The purpose as sealed, such as `cookie._app_session`. */
  | { readonly kind: 'sealed-for'; readonly purpose: string }
  | { readonly kind: 'altered' }
  /** `last_request_at` or a key like it was so much older than the request. */
  | { readonly kind: 'idle'; readonly milliseconds: number }
  /** The request was a prefetch, or fetched an image or another subresource. */
  | { readonly kind: 'not-a-visit'; readonly as: 'prefetch' | 'subresource' }
  /** The header field that says that a cache answered, as sent. */
  | { readonly kind: 'from-cache'; readonly field: string }
  | { readonly kind: 'cookie-count'; readonly count: number }
  /** A known id was answered as if it were new. */
  | { readonly kind: 'unknown-id' };

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
