import type { Reading, SealedCookie } from '../readers/reader.ts';
import { type KeyCosts, keyCosts } from '../session/key-cost.ts';
import { type SizeLeft, sizeLeft } from '../session/size-left.ts';

/** What the details of a row say of the session's size. */
export interface SessionWeight {
  /** Null where the content is not known, or its size cannot be foretold. */
  readonly keyCosts: KeyCosts | null;
  readonly sizeLeft: SizeLeft | null;
}

/** Name and value of the cookie as on the wire. */
export function weighSession(reading: Reading | null, cookie: SealedCookie | null): SessionWeight {
  if (reading === null || cookie === null) return { keyCosts: null, sizeLeft: null };
  return { keyCosts: keyCosts(reading, cookie), sizeLeft: sizeLeft(reading, cookie) };
}
