import { rackSize } from './rack/sealed-size.ts';
import { railsSize } from './rails/sealed-size.ts';
import type { Reading, SealedCookie } from './reader.ts';
import type { SealedSize } from './size-model.ts';

/** How large the value becomes that seals another payload the way this one is sealed. Null where that is not known. */
export function sealedSize(reading: Reading, cookie: SealedCookie): SealedSize | null {
  // A pasted row of a store, or an id: the cookie holds no payload.
  if (reading.stored !== null || reading.identifier !== null) return null;
  return reading.framework === 'rails' ? railsSize(reading, cookie.name) : rackSize(reading, cookie);
}
