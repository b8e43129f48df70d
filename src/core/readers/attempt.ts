import type { Bytes } from './base64.ts';
import type { OpeningKey } from './reader.ts';

/** What trying a keyring on a message gave. `opened` is null when nothing fits. */
export interface Attempt {
  readonly opened: { readonly content: Bytes; readonly key: OpeningKey } | null;
  /** How many combinations of secret, digest, salt and key length were tried. */
  readonly tried: number;
}
