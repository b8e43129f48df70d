import type { Derivation, Digest, Salts, SecretKeys } from '../reader.ts';

/** `Rails.application.key_generator` (`iterations: 1000` in `Rails::Application`). */
const DEFAULT_ITERATIONS = 1000;

/** `config.action_dispatch.*_salt` as they are unless set. */
export const DEFAULT_SALTS: Salts = {
  authenticatedEncryptedCookie: 'authenticated encrypted cookie',
  encryptedCookie: 'encrypted cookie',
  encryptedSignedCookie: 'signed encrypted cookie',
  signedCookie: 'signed cookie',
};

/** Bits of the HMAC keys (`key_generator.generate_key` without a length: 64 bytes). */
export const HMAC_KEY_BITS = 512;

/** SHA256 from defaults 7.0 on, SHA1 before; the others only where `key_generator_hash_digest_class` says so. */
const DIGESTS: readonly Digest[] = ['SHA256', 'SHA1', 'SHA512', 'SHA384'];

/** The digests of PBKDF2, the likeliest first. */
export function digestsToTry(secret: SecretKeys): readonly Digest[] {
  return secret.options.digest === undefined ? DIGESTS : [secret.options.digest];
}

export function iterationsOf(secret: SecretKeys): number {
  return secret.options.iterations ?? DEFAULT_ITERATIONS;
}

/** The salt that the user gave for this purpose, then the default. */
export function saltsToTry(secret: SecretKeys, purpose: keyof Salts): readonly string[] {
  const given = secret.options.salts?.[purpose];
  return given === undefined || given === DEFAULT_SALTS[purpose] ? [DEFAULT_SALTS[purpose]] : [given, DEFAULT_SALTS[purpose]];
}

/**
 * Key lengths of the cipher in bits. Only AES-GCM has a choice without being told (`encrypted_cookie_cipher`): its tag proves the
 * key, while CBC's padding fits by chance in one of 256 wrong ones.
 */
export function cipherLengths(secret: SecretKeys, use: 'AES-GCM' | 'AES-CBC'): readonly (128 | 192 | 256)[] {
  if (secret.options.cipherBits !== undefined) return [secret.options.cipherBits];
  return use === 'AES-GCM' ? [256, 128, 192] : [256];
}

/** Null where the platform lacks the algorithm, as Chromium does for 192-bit AES. */
export async function deriveWhereSupported(secret: SecretKeys, derivation: Derivation): Promise<CryptoKey | null> {
  try {
    return await secret.derive(derivation);
  } catch {
    return null;
  }
}
