import type { LinePlace, StorageOutcome, StorageScope } from '../cookies/storage.ts';
import type { Reading } from '../readers/reader.ts';
import type { Identity } from './identity.ts';

/** A Set-Cookie line that made a version, or made it again. */
export interface Setting extends LinePlace {
  /** When the response's cookies landed, in milliseconds since the epoch. */
  readonly landedAt: number;
  /** What the browser did with it; null when that is not known. */
  readonly stored: StorageOutcome | null;
}

/**
 * One state of a session cookie. The same value set twice is one version, seen twice; each deletion is a version of its own, without
 * content.
 */
export interface Version {
  /** `v1`, `v2`… in the order in which they are first seen in the traffic; with the cookie's name unique in its history. */
  readonly id: string;
  /** Name and value as on the wire, joined. */
  readonly key: string;
  /** Where the browser keeps it; null for a root whose scope no response tells. */
  readonly scope: StorageScope | null;
  readonly deleted: boolean;
  /** No recorded response set it: the recording began later, or another tab, a script or an unrecorded response did. */
  readonly root: boolean;
  /** In the order in which they landed. */
  readonly setBy: readonly Setting[];
  /** Exchanges whose request carried it as the first of the name, in the order of the traffic. */
  readonly carriedBy: readonly string[];
  /** Id of the version that the request carried whose response set this one first; null for a root, and where it carried none. */
  readonly parent: string | null;
  /** Milliseconds since the epoch: when it landed first, or when a root was first carried. */
  readonly at: number;
  /** Name + value as sent, in bytes. */
  readonly wire: number;
  /** Null for plain values and deletions; sealed where no secret opens it. */
  readonly reading: Reading | null;
  /** Who is signed in by it; empty when nobody is, null when it cannot be seen. */
  readonly identities: readonly Identity[] | null;
  /** Rails' `session_id`, or the id that the cookie is; null when there is none or it cannot be seen. */
  readonly sessionId: string | null;
}

/** Whether somebody is signed in by this version; null when it cannot be seen. */
export function isSignedIn(version: Version | null): boolean | null {
  if (version === null || version.deleted) return false;
  return version.identities === null ? null : version.identities.length > 0;
}
