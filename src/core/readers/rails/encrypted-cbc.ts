import { recogniseSerializer } from '../../serializers/recognise.ts';
import { utf8Text } from '../../serializers/text-encoding.ts';
import type { Attempt } from '../attempt.ts';
import { type Bytes, decodeBase64Bytes, toLatin1 } from '../base64.ts';
import { inBurst } from '../crypto-bursts.ts';
import { readSignature, type SignedText, verifySignature } from '../hmac.ts';
import type { Keyring, OpeningKey, SecretKeys } from '../reader.ts';
import { cipherLengths, deriveWhereSupported, iterationsOf, saltsToTry } from './key-derivation.ts';
import { hmacWays, tryWays } from './ways.ts';

const BLOCK_BYTES = 16;
const DASH = 0x2d;

/** `b64( b64(ciphertext)--b64(iv) )--hexdigest`. */
export interface CbcMessage extends SignedText {
  /** Length of what the outer base64 holds. */
  readonly outerBytes: number;
  /** Null when what the outer base64 holds is damaged; the signature then cannot fit either. */
  readonly inner: { readonly ciphertext: Bytes; readonly iv: Bytes; readonly ciphertextText: string; readonly ivText: string } | null;
}

/** Reads what the outer base64 holds. Source: `ActiveSupport::MessageEncryptor` with `aes-256-cbc`. */
export function readCbcMessage(signed: SignedText, outer: Bytes): CbcMessage {
  return { text: signed.text, signature: signed.signature, outerBytes: outer.length, inner: readInner(outer) };
}

function readInner(outer: Bytes): CbcMessage['inner'] {
  const dashes = outer.indexOf(DASH);
  if (dashes <= 0 || outer[dashes + 1] !== DASH) return null;
  const ciphertext = decodeBase64Bytes(outer, 0, dashes);
  const iv = decodeBase64Bytes(outer, dashes + 2);
  if (ciphertext === null || ciphertext.length % BLOCK_BYTES !== 0 || iv?.length !== BLOCK_BYTES) return null;
  const text = toLatin1(outer);
  return { ciphertext, iv, ciphertextText: text.slice(0, dashes), ivText: text.slice(dashes + 2) };
}

/**
 * Verifies the HMAC over the outer base64 text first and decrypts only then. One digest derives both keys; the digest of the HMAC
 * itself is told by its length (`cookies_digest`) and is independent of it.
 */
export function decryptCbc(message: CbcMessage, keyring: Keyring): Promise<Attempt> {
  const signature = readSignature(message);
  if (signature === null) return Promise.resolve({ opened: null, tried: 0 });
  const { digest: hmacDigest } = signature;
  return tryWays(
    keyring,
    `encrypted-cbc ${hmacDigest}`,
    (secret) => hmacWays(secret, 'encryptedSignedCookie', hmacDigest),
    async (key, used, secret) => ((await verifySignature(signature, key)) ? decrypt(message, secret, used) : null),
  );
}

/**
 * The signature has proved the secret; only the salt of the cipher's key is left to find. Padding fits by chance under one wrong
 * key in 256, so content of a known serializer goes before other content.
 */
async function decrypt(message: CbcMessage, secret: SecretKeys, signed: OpeningKey): Promise<Attempt['opened']> {
  const { digest } = signed;
  if (message.inner === null || digest === null) return null;
  const { ciphertext, iv } = message.inner;
  const iterations = iterationsOf(secret);
  let doubtful: Attempt['opened'] = null;
  for (const salt of saltsToTry(secret, 'encryptedCookie')) {
    for (const bits of cipherLengths(secret, 'AES-CBC')) {
      const key = await deriveWhereSupported(secret, { use: 'AES-CBC', digest, iterations, salt, bits, hmacDigest: null });
      if (key === null) continue;
      try {
        const content = new Uint8Array(await inBurst(() => crypto.subtle.decrypt({ name: 'AES-CBC', iv }, key, ciphertext)));
        const opened = { content, key: { ...signed, salt, cipherBits: bits } };
        if (seemsWritten(content)) return opened;
        doubtful ??= opened;
      } catch {
        // The padding is wrong: another salt.
      }
    }
  }
  return doubtful;
}

/** One byte tells JSON, which random bytes have often enough; but they are no text. */
function seemsWritten(content: Uint8Array): boolean {
  const serializer = recogniseSerializer(content);
  return serializer === 'json' ? utf8Text(content) !== null : serializer !== 'unknown';
}
