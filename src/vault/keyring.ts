import type { Derivation, Digest, KeyOptions, SecretKeys, SlicedKeys } from '../core/readers/reader.ts';

/** A secret on its way in. `id` and `label` are the user's names for it; the text is the secret as it stands in the application. */
export interface SecretInput {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly options?: KeyOptions;
}

/** Longest secret that is taken, in UTF-16 units; `rails secret` writes 128. A longer text is a file dropped by mistake. */
export const LONGEST_SECRET = 16_384;

export type SecretRefusal = 'empty' | 'too-long';

/** Why a text cannot be a secret; null when it can. */
export function refuseSecret(text: string): SecretRefusal | null {
  if (text === '') return 'empty';
  return text.length > LONGEST_SECRET ? 'too-long' : null;
}

const DIGESTS: readonly Digest[] = ['SHA1', 'SHA256', 'SHA384', 'SHA512'];

/** WebCrypto's name of a digest. */
const HASH: Readonly<Record<Digest, string>> = { SHA1: 'SHA-1', SHA256: 'SHA-256', SHA384: 'SHA-384', SHA512: 'SHA-512' };

/**
 * Turns a secret's text into keys that cannot be exported; nothing keeps the text. Rails takes the text itself as UTF-8 bytes: a
 * string of hex digits is not decoded. Throws a RangeError for a text that `refuseSecret` refuses.
 */
export async function importSecret(input: SecretInput): Promise<SecretKeys> {
  const refusal = refuseSecret(input.text);
  if (refusal !== null) throw new RangeError(`The secret is ${refusal}.`);
  const bytes = new TextEncoder().encode(input.text);
  const base = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveKey']);
  const direct = new Map<Digest, CryptoKey>();
  for (const digest of DIGESTS) {
    direct.set(digest, await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: HASH[digest] }, false, ['verify']));
  }
  const sliced = await importSlices(bytes);
  bytes.fill(0);
  return new ImportedSecret(input, base, direct, sliced);
}

/** In bytes; source: `Rack::Session::Encryptor`, which refuses shorter secrets. */
const CIPHER_SLICE = 32;
const SHORTEST_SIGNED = 64;

async function importSlices(bytes: Uint8Array): Promise<SlicedKeys> {
  const imported = async (slice: Uint8Array, usage: 'sign' | 'verify'): Promise<CryptoKey> => {
    const copy = new Uint8Array(slice);
    const key = await crypto.subtle.importKey('raw', copy, { name: 'HMAC', hash: 'SHA-256' }, false, [usage]);
    copy.fill(0);
    return key;
  };
  return {
    cipher: bytes.length < CIPHER_SLICE ? null : await imported(bytes.subarray(0, CIPHER_SLICE), 'sign'),
    signature: bytes.length < SHORTEST_SIGNED ? null : await imported(bytes.subarray(CIPHER_SLICE), 'verify'),
  };
}

class ImportedSecret implements SecretKeys {
  readonly id: string;
  readonly label: string;
  readonly options: KeyOptions;
  readonly #base: CryptoKey;
  readonly #direct: ReadonlyMap<Digest, CryptoKey>;
  readonly #sliced: SlicedKeys;
  readonly #derived = new Map<string, Promise<CryptoKey>>();

  constructor({ id, label, options = {} }: SecretInput, base: CryptoKey, direct: ReadonlyMap<Digest, CryptoKey>, sliced: SlicedKeys) {
    this.id = id;
    this.label = label;
    this.options = options;
    this.#base = base;
    this.#direct = direct;
    this.#sliced = sliced;
  }

  derive(derivation: Derivation): Promise<CryptoKey> {
    const { use, digest, iterations, salt, bits, hmacDigest } = derivation;
    // Only the salt, which is last, can hold a blank.
    const known = `${use} ${digest} ${iterations} ${bits} ${hmacDigest} ${salt}`;
    const before = this.#derived.get(known);
    if (before !== undefined) return before;
    const key = deriveKey(this.#base, derivation);
    this.#derived.set(known, key);
    return key;
  }

  async direct(hmacDigest: Digest): Promise<CryptoKey> {
    const key = this.#direct.get(hmacDigest);
    if (key === undefined) throw new RangeError('The digest is unknown.');
    return key;
  }

  sliced(): SlicedKeys {
    return this.#sliced;
  }
}

/** `ActiveSupport::KeyGenerator#generate_key` (RFC 8018, 5.2). */
function deriveKey(base: CryptoKey, derivation: Derivation): Promise<CryptoKey> {
  const { use, digest, iterations, salt, bits, hmacDigest } = derivation;
  const algorithm = { name: 'PBKDF2', hash: HASH[digest], salt: new TextEncoder().encode(salt), iterations };
  if (use !== 'HMAC') return crypto.subtle.deriveKey(algorithm, base, { name: use, length: bits }, false, ['decrypt']);
  const hash = HASH[hmacDigest ?? 'SHA1'];
  return crypto.subtle.deriveKey(algorithm, base, { name: 'HMAC', hash, length: bits }, false, ['verify']);
}
