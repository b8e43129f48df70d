import type { SessionHistory } from '../session/history.ts';
import type { HistoryStep } from '../session/history-step.ts';
import type { Version } from '../session/version.ts';
import type { SignedIn } from './loss.ts';

/** What is known of the one who uses the browser, as it stands when a response has landed. */
export interface Watched {
  readonly history: SessionHistory;
  readonly signedIn: SignedIn | null;
  /** The latest version that the browser has, as far as the traffic tells. */
  readonly newest: Version | null;
  /** Milliseconds since the epoch: what was signed in until then is lost. */
  readonly lostUntil: number;
  /** The response that took a session away of which nobody could see whether it was signed in. */
  readonly culprit: HistoryStep | null;
  /** Whether the same was asked for before with a session, and answered. */
  wasAnswered(step: HistoryStep): boolean;
}
