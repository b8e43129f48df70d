import type { Attempt } from '../attempt.ts';
import { type Bytes, decodeBase64, decodeUrlSafeBase64 } from '../base64.ts';
import { inBurst } from '../crypto-bursts.ts';
import type { Keyring, SecretKeys } from '../reader.ts';
import { cipherLengths, digestsToTry, iterationsOf, saltsToTry } from './key-derivation.ts';
import { derivedWay, tryWays, type Way } from './ways.ts';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** `b64(ciphertext)--b64(iv)--b64(tag)`, decoded. */
export interface GcmMessage {
  readonly ciphertext: Bytes;
  readonly iv: Bytes;
  readonly tag: Bytes;
}

/**
 * Reads the three parts; null unless all are canonical base64, the IV has 12 bytes and the tag 16.
 * Rails refuses any other tag length (`ActiveSupport::MessageEncryptor::AUTH_TAG_LENGTH`).
 */
export function readGcmMessage(parts: readonly string[]): GcmMessage | null {
  if (parts.length !== 3) return null;
  const [ciphertext, iv, tag] = parts.map(decodeBase64);
  if (!ciphertext || iv?.length !== IV_BYTES || tag?.length !== TAG_BYTES) return null;
  return { ciphertext, iv, tag };
}

/** As an encryptor with `url_safe: true` writes it (Rails 7.1 and up): without padding, and with `--` perhaps inside a part. */
const URL_SAFE = /^([A-Za-z0-9_-]+)(={0,2})--([A-Za-z0-9_-]{16})--([A-Za-z0-9_-]{22})$/;

/**
 * Reads a message in the url-safe alphabet, taking the parts by length from the right. Cookie jars never write it; applications do, with
 * an encryptor of their own. Source: `ActiveSupport::MessageEncryptor#extract_parts`.
 */
export function readUrlSafeGcmMessage(raw: string): GcmMessage | null {
  // The dashes stand at a distance from the end, which nearly every other value tells at once.
  if (!raw.startsWith('--', raw.length - 24) || !raw.startsWith('--', raw.length - 42)) return null;
  const [, text = '', padding = '', ivText = '', tagText = ''] = URL_SAFE.exec(raw) ?? [];
  // A padded ciphertext is read too, but never written: unless the alphabet shows, the standard padding of the tag was cut off.
  if (padding !== '' && !/[_-]/.test(text + ivText + tagText)) return null;
  const [ciphertext, iv, tag] = [decodeUrlSafeBase64(text + padding), decodeUrlSafeBase64(ivText), decodeUrlSafeBase64(tagText)];
  return ciphertext && iv?.length === IV_BYTES && tag?.length === TAG_BYTES ? { ciphertext, iv, tag } : null;
}

/**
 * Decrypts with the first key that the tag fits: secrets newest first, then key length, salt and digest.
 * Source: `ActiveSupport::MessageEncryptor` with `aes-256-gcm` (no additional data).
 */
export function decryptGcm(message: GcmMessage, keyring: Keyring): Promise<Attempt> {
  // WebCrypto takes the tag behind the ciphertext (Web Cryptography API, 29.4.2).
  const sealed = new Uint8Array(message.ciphertext.length + TAG_BYTES);
  sealed.set(message.ciphertext);
  sealed.set(message.tag, message.ciphertext.length);
  // Without being told otherwise it takes a tag of 128 bits.
  const algorithm = { name: 'AES-GCM', iv: message.iv };
  return tryWays(keyring, 'encrypted-gcm', cipherWays, async (key, used) => {
    try {
      return { content: new Uint8Array(await inBurst(() => crypto.subtle.decrypt(algorithm, key, sealed))), key: used };
    } catch {
      // WebCrypto tells a wrong tag by rejecting.
      return null;
    }
  });
}

/** By key length, salt and digest. */
function cipherWays(secret: SecretKeys): readonly Way[] {
  const iterations = iterationsOf(secret);
  return cipherLengths(secret, 'AES-GCM').flatMap((bits) =>
    saltsToTry(secret, 'authenticatedEncryptedCookie').flatMap((salt) =>
      digestsToTry(secret).map((digest) => derivedWay(secret, { use: 'AES-GCM', digest, iterations, salt, bits, hmacDigest: null }, bits)),
    ),
  );
}
