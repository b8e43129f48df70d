import type { SessionHistory } from '../session/history.ts';
import type { HistoryStep } from '../session/history-step.ts';
import type { SiteTraffic } from '../session/site-traffic.ts';
import type { Version } from '../session/version.ts';
import type { Confidence, Evidence, LogoutCause } from './logout.ts';

export type LossKind =
  /** The request asks for it, and the identity is taken. */
  | 'signed-out'
  /** A version without identity answers a request that carried it. */
  | 'reset'
  /** A version without identity replaces, in the browser, one that this request did not carry. */
  | 'overwritten'
  | 'deleted'
  /** The browser did not keep the sign-in. */
  | 'refused'
  /** The browser does not send it. */
  | 'not-sent'
  /** It sends something else in its place. */
  | 'replaced'
  /** It is carried, and the answer starts over. */
  | 'not-honoured'
  /** Another id of a session on the server came back. */
  | 'another-id'
  /** A sign-in whose answer sets nothing. */
  | 'never-set'
  /** The sign-in's answer was an error. */
  | 'overflow'
  /** Every answer is an error. */
  | 'error'
  /** The server does not take so many cookies. */
  | 'rejected'
  /** A page out of a cache looks like it. */
  | 'cached-page';

/** Somebody is signed in, as far as the traffic tells. */
export interface SignedIn {
  /** What says so, or under which it was last seen. */
  readonly version: Version | null;
  /** The sign-in, or the first request seen with it. */
  readonly step: HistoryStep;
  /** Milliseconds since the epoch: since when the browser has this version. */
  readonly at: number;
  /** Milliseconds since the epoch: since when they are signed in. */
  readonly since: number;
  /** The content says it; else the traffic suggests it. */
  readonly known: boolean;
}

/** Identity was there and is gone, or did not stay. */
export interface Loss {
  readonly kind: LossKind;
  /** The exchange that shows it. */
  readonly step: HistoryStep;
  /** Null where no session cookie was ever seen. */
  readonly history: SessionHistory | null;
  /** Null for a sign-in that never was one. */
  readonly before: SignedIn | null;
  /** What was set or carried instead; null when nothing was. */
  readonly after: Version | null;
  /** The exchange that took the identity, where that is another one than `step` and known. */
  readonly culprit: HistoryStep | null;
}

/** Everything that the causes may look at besides the loss. */
export interface SiteCase {
  readonly histories: readonly SessionHistory[];
  readonly traffic: SiteTraffic;
  /** The recording was exported without cookies. */
  readonly cookiesStripped: boolean;
}

export interface Verdict {
  readonly confidence: Confidence;
  readonly evidence: readonly Evidence[];
  readonly rulesOut: readonly LogoutCause[];
}

/** One cause of the catalogue: null when the traffic does not speak for it. */
export interface Cause {
  readonly cause: LogoutCause;
  explain(loss: Loss, site: SiteCase): Verdict | null;
}
