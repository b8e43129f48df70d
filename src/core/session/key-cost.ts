import type { Reading, SealedCookie } from '../readers/reader.ts';
import { sealedSize } from '../readers/sealed-size.ts';
import { onWire } from '../readers/size-model.ts';
import { payloadMembers } from '../serializers/payload-members.ts';
import { asHash, keyLabel } from './hash.ts';

/** What the keys of a session cost in its cookie. All sizes in bytes, expected ones with their fraction. */
export interface KeyCosts {
  /** Name + value as sent: the mean over all ways in which this content could have been sealed. */
  readonly wire: number;
  /** Whether every sealing has this very size; otherwise the ciphertext is random. */
  readonly exact: boolean;
  /** In the order of the session. */
  readonly keys: readonly KeyCost[];
}

export interface KeyCost {
  /** As `keyLabel` shows it; a key that comes twice is one. */
  readonly key: string;
  /** Marginal: what the cookie would be smaller without it. */
  readonly bytes: number;
  /** Name + value as sent without it. */
  readonly without: number;
}

/** Bytes that are looked at for one cookie; beyond, each key is taken by its own length, without what others link to in it. */
const MOST_WORK = 1 << 22;

/**
 * The expected marginal cost of each top-level key: size with the key less size without it, through serializer, envelope, cipher,
 * base64 and percent-encoding. Null where the content is not known, is no hash, or is sealed in a way that cannot be foretold.
 */
export function keyCosts(reading: Reading, cookie: SealedCookie): KeyCosts | null {
  const hash = asHash(reading.data);
  const size = hash === null ? null : sealedSize(reading, cookie);
  const { serializer } = reading;
  if (hash === null || size === null || serializer === null || serializer === 'zipjson') return null;
  const members = payloadMembers(size.payload, serializer);
  if (members === null || members.lengths.length !== hash.pairs.length) return null;
  const wire = cookie.name.length + onWire(size.of(size.payload));
  const indexes = new Map<string, number[]>();
  hash.pairs.forEach(({ key }, index) => {
    const label = keyLabel(key);
    const known = indexes.get(label);
    if (known === undefined) indexes.set(label, [index]);
    else known.push(index);
  });
  const keys = [...indexes].map(([key, own]): KeyCost => {
    const rest = indexes.size * size.payload.length > MOST_WORK ? null : members.without(new Set(own));
    const length = own.reduce((sum, index) => sum + (members.lengths[index] ?? 0), 0);
    const left = rest === null ? size.payload.length - length : size.byContent ? rest : rest.length;
    const without = cookie.name.length + onWire(size.of(left));
    return { key, bytes: wire - without, without };
  });
  return { wire, exact: size.exact, keys };
}
