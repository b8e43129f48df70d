import { BROWSER_COOKIE_LIMIT } from '../readers/rails/limits.ts';
import type { Reading, SealedCookie } from '../readers/reader.ts';
import { sealedSize } from '../readers/sealed-size.ts';
import { onWire, type TextSize } from '../readers/size-model.ts';

/** How many bytes the serialized session may still grow; negative where it is too large already. */
export interface SizeLeft {
  /** Until the server refuses to send it: Rails 8.1 raises CookieOverflow, Rack drops the write. */
  readonly server: number;
  /** The same for Rails 4.2 to 8.0, which leave the cookie's name out of account; null for other frameworks. */
  readonly serverWithoutName: number | null;
  /** Until the browser drops it: where the expected size on the wire passes the limit. With AES-GCM it is random about that. */
  readonly browser: number;
}

/** No payload that fits is longer than what it becomes. */
const LONGEST = BROWSER_COOKIE_LIMIT;

/** Null where the size cannot be foretold. */
export function sizeLeft(reading: Reading, cookie: SealedCookie): SizeLeft | null {
  const size = reading.data === null ? null : sealedSize(reading, cookie);
  if (size === null) return null;
  const { payload, limits } = size;
  // Paddings come and go, so the size does not grow with every byte: the longest that fits is looked for from above.
  const left = (fits: (size: TextSize) => boolean): number => {
    let length = LONGEST;
    while (length > 0 && !fits(size.of(length))) length--;
    return length - payload.length;
  };
  const { value, withoutName } = limits;
  return {
    server: left(({ length }) => length <= value),
    serverWithoutName: withoutName === null ? null : left(({ length }) => length <= withoutName),
    browser: left((sealed) => cookie.name.length + onWire(sealed) <= BROWSER_COOKIE_LIMIT),
  };
}
