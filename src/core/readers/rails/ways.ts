import type { Attempt } from '../attempt.ts';
import type { Derivation, Digest, Keyring, OpeningKey, Salts, SecretKeys } from '../reader.ts';
import { deriveWhereSupported, digestsToTry, HMAC_KEY_BITS, iterationsOf, saltsToTry } from './key-derivation.ts';

/** A way to make a key of a secret. */
export interface Way {
  /** Null for the secret itself as the key of an HMAC. */
  readonly derivation: Derivation | null;
  readonly used: OpeningKey;
}

/** PBKDF2 of the secret; `cipherBits` is null for an HMAC. */
export function derivedWay({ id, label }: SecretKeys, derivation: Derivation, cipherBits: OpeningKey['cipherBits']): Way {
  const { digest, iterations, salt, hmacDigest } = derivation;
  return { derivation, used: { secretId: id, secret: label, digest, iterations, salt, cipherBits, hmacDigest } };
}

/** The secret itself, which is how Rails 3 signs with `secret_token`. */
export function directWay({ id, label }: SecretKeys, hmacDigest: Digest): Way {
  const used = { secretId: id, secret: label, digest: null, iterations: null, salt: null, cipherBits: null, hmacDigest };
  return { derivation: null, used };
}

/** HMAC keys, by salt and digest of PBKDF2. */
export function hmacWays(secret: SecretKeys, purpose: keyof Salts, hmacDigest: Digest): readonly Way[] {
  const iterations = iterationsOf(secret);
  const bits = HMAC_KEY_BITS;
  return saltsToTry(secret, purpose).flatMap((salt) =>
    digestsToTry(secret).map((digest) => derivedWay(secret, { use: 'HMAC', digest, iterations, salt, bits, hmacDigest }, null)),
  );
}

/** Opens a message with one key; null when it does not fit. */
type OpenWith = (key: CryptoKey, used: OpeningKey, secret: SecretKeys) => Promise<Attempt['opened']>;

/**
 * Tries every secret, newest first, in all ways that `list` names for it, which are listed once for each secret and `use`. Keys made in
 * different ways differ, so that the order never decides which one fits.
 */
export async function tryWays(
  keyring: Keyring,
  use: string,
  list: (secret: SecretKeys) => readonly Way[],
  openWith: OpenWith,
): Promise<Attempt> {
  let tried = 0;
  for (const secret of keyring) {
    const attempt = await waysOf(secret, use, list).open(openWith);
    tried += attempt.tried;
    if (attempt.opened !== null) return { opened: attempt.opened, tried };
  }
  return { opened: null, tried };
}

const known = new WeakMap<SecretKeys, Map<string, Ways>>();

function waysOf(secret: SecretKeys, use: string, list: (secret: SecretKeys) => readonly Way[]): Ways {
  const uses = known.get(secret) ?? new Map<string, Ways>();
  const ways = uses.get(use) ?? new Ways(secret, list(secret));
  known.set(secret, uses);
  uses.set(use, ways);
  return ways;
}

/** So that a change is followed soon. */
const LONGEST_LEAD = 8;

class Ways {
  readonly #secret: SecretKeys;
  readonly #ways: readonly Way[];
  /** By way: undefined until it was made, null where the platform lacks the algorithm. */
  readonly #keys: (CryptoKey | null)[] = [];
  /** The way that goes first, and by how many fits it is ahead of all others together. */
  #first = 0;
  #lead = 0;

  constructor(secret: SecretKeys, ways: readonly Way[]) {
    this.#secret = secret;
    this.#ways = ways;
  }

  /**
   * The way that fits most goes first: an application has one, and a wrong one costs a failed decryption each time. `tried` counts as
   * if none had fitted before, since a reading must not depend on what was opened before it.
   */
  async open(openWith: OpenWith): Promise<Attempt> {
    const first = this.#first;
    let tried = 0;
    for (let turn = 0; turn < this.#ways.length; turn++) {
      const index = turn === 0 ? first : turn <= first ? turn - 1 : turn;
      const way = this.#ways[index];
      if (way === undefined) break;
      const made = this.#keys[index];
      const key = made === undefined ? await this.#make(index, way) : made;
      if (key === null) continue;
      tried++;
      const opened = await openWith(key, way.used, this.#secret);
      if (opened === null) continue;
      this.#count(index);
      return { opened, tried: index + 1 };
    }
    return { opened: null, tried };
  }

  /** Boyer and Moore's majority vote: a few old cookies among new ones do not displace the way of the new ones. */
  #count(fitting: number): void {
    if (fitting === this.#first) this.#lead = Math.min(this.#lead + 1, LONGEST_LEAD);
    else if (this.#lead > 0) this.#lead--;
    else this.#first = fitting;
  }

  async #make(index: number, { derivation, used }: Way): Promise<CryptoKey | null> {
    const key =
      derivation === null ? await this.#secret.direct(used.hmacDigest ?? 'SHA1') : await deriveWhereSupported(this.#secret, derivation);
    this.#keys[index] = key;
    return key;
  }
}
