import type { Attempt } from '../attempt.ts';
import type { Bytes } from '../base64.ts';
import { readSignature, type SignedText, verifySignature } from '../hmac.ts';
import type { Keyring, OpeningKey } from '../reader.ts';
import { deriveWhereSupported, digestsToTry, HMAC_KEY_BITS, iterationsOf, noteDigest, saltsToTry } from './key-derivation.ts';

/** `b64(payload)--hexdigest`: `content` is the payload decoded, which needs no key. */
export interface SignedMessage extends SignedText {
  readonly content: Bytes;
}

/**
 * Looks for the key that made the signature: for each secret, newest first, the derived keys and then the secret itself, which
 * is how Rails 3 signs with `secret_token`. Source: `ActiveSupport::MessageVerifier`.
 */
export async function verifySigned(message: SignedMessage, keyring: Keyring): Promise<Attempt> {
  const signature = readSignature(message);
  if (signature === null) return { opened: null, tried: 0 };
  const hmacDigest = signature.digest;
  let tried = 0;
  for (const secret of keyring) {
    const named = { secretId: secret.id, secret: secret.label, cipherBits: null, hmacDigest };
    const opened = (key: OpeningKey, count: number): Attempt => ({ opened: { content: message.content, key }, tried: count });
    const iterations = iterationsOf(secret);
    for (const salt of saltsToTry(secret, 'signedCookie')) {
      const before = tried;
      for (const digest of digestsToTry(secret)) {
        const key = await deriveWhereSupported(secret, { use: 'HMAC', digest, iterations, salt, bits: HMAC_KEY_BITS, hmacDigest });
        if (key === null) continue;
        tried++;
        if (await verifySignature(signature, key))
          return opened({ ...named, digest, iterations, salt }, before + noteDigest(secret, digest));
      }
    }
    tried++;
    if (await verifySignature(signature, await secret.direct(hmacDigest)))
      return opened({ ...named, digest: null, iterations: null, salt: null }, tried);
  }
  return { opened: null, tried };
}
